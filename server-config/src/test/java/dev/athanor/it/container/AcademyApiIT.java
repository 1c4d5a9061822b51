// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.web.Roles;
import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Courses, students and their places by HTTP, from outside. */
@RunAsClient
class AcademyApiIT extends InContainer {
    private static Client editor = Client.nobody();

    private final String prefix =
            "A" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);

    @BeforeAll
    static void logIn() {
        editor = Client.withRole(Roles.EDITOR);
    }

    private String announced(String code, int seats, String... prerequisites) {
        String before = String.join("\", \"", prerequisites);
        Answer announced = editor.post(
                "/v1/courses",
                "{\"code\": \"%s\", \"title\": \"Course\", \"seats\": %d, \"prerequisites\": [%s]}"
                        .formatted(prefix + code, seats, before.isEmpty() ? "" : "\"" + before + "\""));
        assertThat(announced.status()).as(announced.text()).isEqualTo(201);
        assertThat(announced.header("Location")).isEqualTo("/api/v1/courses/" + prefix + code);
        return prefix + code;
    }

    private String admitted(String name) {
        Answer admitted = editor.post(
                "/v1/students", "{\"name\": \"%s\", \"email\": \"%s-%s@example.org\"}".formatted(name, prefix, name));
        assertThat(admitted.status()).as(admitted.text()).isEqualTo(201);
        return admitted.header("Location").substring("/api".length());
    }

    private static Answer enrol(String student, String course) {
        return editor.post(student + "/enrolments", "{\"course\": \"" + course + "\"}");
    }

    @Test
    void coursesAreChangedAndDropped() {
        String basic = announced("B", 2);
        String path = "/v1/courses/" + announced("C", 2, basic);

        Answer changed = editor.sending("If-Match", "\"1\"").patch(path, "{\"title\": \"Logic\"}");
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(changed.json().getString("title")).isEqualTo("Logic");
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(editor.sending("If-Match", "\"1\"")
                        .patch(path, "{\"seats\": 5}")
                        .status())
                .isEqualTo(412);
        assertThat(editor.patch(path, "{\"seats\": 0, \"prerequisites\": [], \"code\": \"X\"}")
                        .problems())
                .containsExactly("/code invalid", "/prerequisites invalid", "/seats invalid");
        assertThat(Client.nobody().get(path + "/path").text()).contains("\"code\":\"" + basic + "\"", "\"steps\":1");

        assertThat(editor.delete("/v1/courses/" + basic).problems()).containsExactly("/course in-use");
        assertThat(editor.delete(path).status()).isEqualTo(204);
        assertThat(editor.delete("/v1/courses/" + basic).status()).isEqualTo(204);
        assertThat(Client.nobody().get(path).status()).isEqualTo(404);
    }

    @Test
    void whatIsIncludedHasAPartOfTheTag() {
        String basic = announced("B", 2);
        String path = "/v1/courses/" + announced("C", 2, basic);
        String with = path + "?include=prerequisites";
        String tag = Client.nobody().get(with).header("ETag");

        editor.patch("/v1/courses/" + basic, "{\"title\": \"Other\"}");

        assertThat(Client.nobody().sending("If-None-Match", tag).get(with).status())
                .isEqualTo(200);
        assertThat(editor.sending("If-Match", tag).patch(path, "{\"seats\": 3}").status())
                .isEqualTo(200);
    }

    @Test
    void coursesThatAreTakenAreRefusedToBeAnnounced() {
        announced("C", 2);

        Answer again = editor.post(
                "/v1/courses", "{\"code\": \"%sC\", \"title\": \"Course\", \"seats\": 1}".formatted(prefix));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problems()).containsExactly("/code taken");
        assertThat(editor.post("/v1/courses", "{\"code\": \"c\"}").problems()).containsExactly("/seats invalid");
        assertThat(editor.post("/v1/courses", "{\"code\": \"c\", \"seats\": 1, \"prerequisites\": [\"NONE\"]}")
                        .problems())
                .containsExactly("/code invalid", "/prerequisites invalid", "/title invalid");
    }

    @Test
    void allThatStandsInTheWayOfAPlaceIsTold() {
        String basic = announced("B", 5);
        String advanced = announced("C", 1, basic);
        String ada = admitted("ada");
        String bob = admitted("bob");
        assertThat(enrol(ada, basic).status()).isEqualTo(201);
        assertThat(editor.put(ada + "/enrolments/" + basic + "/grade", "{\"grade\": \"GOOD\"}")
                        .json()
                        .getString("grade"))
                .isEqualTo("GOOD");
        assertThat(editor.put(ada + "/enrolments/" + basic + "/grade", "{\"grade\": \"BEST\"}")
                        .problems())
                .containsExactly("/grade invalid");
        Answer placed = enrol(ada, advanced);
        assertThat(placed.status()).as(placed.text()).isEqualTo(201);
        assertThat(editor.get(placed.header("Location").substring("/api".length()))
                        .text())
                .isEqualTo(placed.text());

        Answer refused = enrol(bob, advanced);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problems()).containsExactly("/course course-full", "/student prerequisite-missing");
        assertThat(enrol(ada, advanced).problems()).containsExactly("/course course-full", "/course enrolled-before");
        assertThat(enrol(bob, "NONE").problems()).containsExactly("/course invalid");
        assertThat(editor.post(bob + "/enrolments", "{}").problems()).containsExactly("/course invalid");
        assertThat(editor.patch("/v1/courses/" + advanced, "{\"seats\": 0}").status())
                .isEqualTo(422);
        assertThat(editor.delete(ada + "/enrolments/" + basic).problems()).containsExactly("/course course-over");
        assertThat(editor.delete(ada + "/enrolments/" + advanced).status()).isEqualTo(204);
        assertThat(editor.delete(ada + "/enrolments/" + advanced).status()).isEqualTo(404);
        assertThat(editor.get(ada + "/enrolments").text()).contains(basic).doesNotContain(advanced);
        assertThat(editor.get("/v1/reports/courses").text()).contains("\"code\":\"" + basic + "\"");
    }

    @Test
    void aCourseKeepsSeatsThatAreTakenAndStaysForItsStudents() {
        String course = announced("C", 3);
        String path = "/v1/courses/" + course;
        String ada = admitted("ada");
        assertThat(enrol(ada, course).status()).isEqualTo(201);
        assertThat(enrol(admitted("bob"), course).status()).isEqualTo(201);

        assertThat(editor.patch(path, "{\"seats\": 1}").problems()).containsExactly("/seats in-use");
        assertThat(editor.patch(path, "{\"seats\": 2}").status()).isEqualTo(200);
        assertThat(editor.put(ada + "/enrolments/" + course + "/grade", "{\"grade\": \"GOOD\"}")
                        .status())
                .isEqualTo(200);
        assertThat(editor.patch(path, "{\"seats\": 1}").status()).isEqualTo(200);
        assertThat(editor.delete(path).problems()).containsExactly("/course in-use");
    }

    @Test
    void studentsAreChangedAndLeave() {
        String ada = admitted("ada");
        String bob = admitted("bob");

        Answer changed = editor.patch(ada, "{\"name\": \"Ada L.\"}");
        assertThat(changed.json().getString("name")).isEqualTo("Ada L.");
        assertThat(changed.json().getString("email")).isEqualTo(prefix + "-ada@example.org");
        Answer taken = editor.patch(bob, "{\"email\": \"" + prefix + "-ada@example.org\"}");
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.problems()).containsExactly("/email taken");
        assertThat(editor.patch(bob, "{\"name\": null, \"email\": \"x\"}").problems())
                .containsExactly("/email invalid", "/name invalid");
        assertThat(editor.sending("If-Match", "\"7\"").delete(ada).status()).isEqualTo(412);
        assertThat(editor.delete(ada).status()).isEqualTo(204);
        assertThat(editor.get(ada).status()).isEqualTo(404);
        assertThat(editor.get(ada + "/enrolments").status()).isEqualTo(404);
    }

    @Test
    void whoLearnsIsNobodyElsesBusiness() {
        String ada = admitted("ada");
        Client user = Client.registered();

        assertThat(Client.nobody().get("/v1/students").status()).isEqualTo(401);
        assertThat(user.get("/v1/students").status()).isEqualTo(403);
        assertThat(user.get(ada).status()).isEqualTo(403);
        assertThat(user.get(ada + "/enrolments").status()).isEqualTo(403);
        assertThat(user.post("/v1/courses", "{}").status()).isEqualTo(403);
        assertThat(user.get("/v1/reports/courses").status()).isEqualTo(403);
    }

    @Test
    void studentsWithTheirCoursesTakeAStatementForEachRelation() {
        String course = announced("C", 5);
        for (String name : new String[] {"ada", "bob", "cleo"}) {
            assertThat(enrol(admitted(name), course).status()).isEqualTo(201);
        }
        String list = "/v1/students?filter=email==" + prefix + "*";
        double alone = statementsOf(list);

        assertThat(statementsOf(list + "&include=enrolments.course")).isEqualTo(alone + 2);
        assertThat(editor.get(list + "&include=enrolments.course&fields=name").text())
                .contains("\"name\":\"cleo\"", "\"code\":\"" + course + "\"")
                .doesNotContain("email");
    }

    private static double statementsOf(String list) {
        return Statements.of(() -> {
            Answer answer = editor.get(list);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.json().getJsonArray("items")).hasSize(3);
        });
    }
}
