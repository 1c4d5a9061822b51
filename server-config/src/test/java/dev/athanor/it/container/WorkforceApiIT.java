// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Departments and employees by HTTP, from outside. */
@RunAsClient
class WorkforceApiIT extends InContainer {
    private static Client administrator = Client.nobody();

    private final Client user = Client.registered();
    private final String name = "Department " + UUID.randomUUID();

    @BeforeAll
    static void logIn() {
        administrator = Client.administrator();
    }

    private String opened(String what) {
        Answer opened = administrator.post("/v1/departments", "{\"name\": \"" + what + "\"}");
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return id(opened);
    }

    private static String id(Answer created) {
        String location = created.header("Location");
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static String employed(String first, String department, String more) {
        Answer employed = administrator.post("/v1/employees", """
                {"firstName": "%s", "lastName": "Lovelace", "since": "2024-02-29", "salary": 4000, "department": %s%s}""".formatted(first, department, more));
        assertThat(employed.status()).as(employed.text()).isEqualTo(201);
        assertThat(employed.text()).doesNotContain("salary", "4000");
        return id(employed);
    }

    @Test
    void departmentsAreOpenedAndRenamed() {
        String path = "/v1/departments/" + opened(name);

        Answer again = administrator.post("/v1/departments", "{\"name\": \"" + name + "\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problems()).containsExactly("/name taken");
        assertThat(administrator.post("/v1/departments", "{\"parent\": 0}").problems())
                .containsExactly("/name invalid", "/parent invalid");
        Answer renamed = administrator.sending("If-Match", "\"1\"").patch(path, "{\"name\": \"New " + name + "\"}");
        assertThat(renamed.json().getString("name")).isEqualTo("New " + name);
        assertThat(administrator
                        .sending("If-Match", "\"1\"")
                        .patch(path, "{\"name\": \"x\"}")
                        .status())
                .isEqualTo(412);
        assertThat(administrator.patch(path, "{\"name\": null}").problems()).containsExactly("/name invalid");
        assertThat(user.get(path).text()).contains("New " + name);
    }

    @Test
    void movesAreKeptWithWhoDidIt() {
        String from = opened(name);
        String to = opened("Other " + name);
        String path = "/v1/employees/" + employed("Ada", from, "");

        Answer moved = administrator.patch(path, "{\"department\": " + to + "}");

        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        assertThat(user.get(path + "?include=department").text()).contains("\"name\":\"Other " + name + "\"");
        assertThat(user.get(path + "/moves").text())
                .contains("\"from\":\"" + name + "\"", "\"to\":\"Other " + name + "\"", "\"by\":");
        assertThat(administrator
                        .patch(path, "{\"department\": 0, \"firstName\": \"\"}")
                        .problems())
                .containsExactly("/department invalid", "/firstName invalid");
        assertThat(administrator.patch(path, "{\"salary\": 1}").problems()).containsExactly("/salary invalid");
        assertThat(administrator.patch("/v1/employees/0", "{}").status()).isEqualTo(404);
    }

    /** Which the column would refuse, as an error of ours. */
    @Test
    void nobodyIsRaisedBeyondWhatASalaryCanBe() {
        String department = opened(name);
        employed("Ada", department, "");
        String raises = "/v1/departments/" + department + "/raises";

        Answer raised = administrator.post(raises, "{\"percent\": 1000}");
        int times = 0;
        while (raised.status() == 200 && times < 100) {
            times++;
            raised = administrator.post(raises, "{\"percent\": 1000}");
        }

        assertThat(raised.problems()).containsExactly("/percent invalid");
        assertThat(raised.text()).contains("makes a salary too large");
        assertThat(times).isEqualTo(5);
    }

    @Test
    void nobodyReportsInACircle() {
        String department = opened(name);
        String top = employed("Ada", department, ", \"bonus\": 100");
        String below = employed("Bob", department, ", \"bonus\": 100, \"manager\": " + top);

        Answer circle = administrator.patch("/v1/employees/" + top, "{\"manager\": " + below + "}");

        assertThat(circle.status()).isEqualTo(409);
        assertThat(circle.problems()).containsExactly("/manager circle");
        assertThat(user.get("/v1/reports/organisation/chart?below=" + top).text())
                .containsSubsequence("\"name\":\"Ada Lovelace\"", "\"path\":\"Ada Lovelace/Bob Lovelace\"");
        Answer freed = administrator.patch("/v1/employees/" + below, "{\"manager\": null}");
        assertThat(freed.status()).as(freed.text()).isEqualTo(200);
        Answer parts = administrator.get("/v1/departments?include=employees&fields=name,employees.firstName&size=1");
        assertThat(parts.status()).as(parts.text()).isEqualTo(200);
        assertThat(user.get("/v1/employees/" + below + "?include=manager").text())
                .contains("\"manager\":null");
    }

    @Test
    void whatSomebodyIsPaidAdministratorsLearn() {
        String department = opened(name);
        String path = "/v1/employees/" + employed("Ada", department, "");

        Answer raised = administrator.post("/v1/departments/" + department + "/raises", "{\"percent\": 10}");
        assertThat(raised.json().getInt("employees")).isOne();
        assertThat(administrator
                        .post("/v1/departments/" + department + "/raises", "{\"percent\": 0}")
                        .problems())
                .containsExactly("/percent invalid");
        for (String percent : List.of("1000.01", "1e60")) {
            assertThat(administrator
                            .post("/v1/departments/" + department + "/raises", "{\"percent\": " + percent + "}")
                            .problems())
                    .as(percent)
                    .containsExactly("/percent invalid");
        }
        assertThat(administrator.get(path + "/pay").text()).containsSubsequence("\"salary\":4000", "\"salary\":4400");
        assertThat(administrator.get("/v1/reports/organisation/pay").text()).contains(name);
        for (String hidden : new String[] {path + "/pay", "/v1/reports/organisation/pay"}) {
            assertThat(user.get(hidden).status()).isEqualTo(403);
            assertThat(Client.nobody().get(hidden).status()).isEqualTo(401);
        }
        assertThat(user.patch(path, "{}").status()).isEqualTo(403);
        assertThat(user.post("/v1/departments", "{}").status()).isEqualTo(403);
        assertThat(user.post("/v1/departments/" + department + "/raises", "{\"percent\": 10}")
                        .status())
                .isEqualTo(403);
    }
}
