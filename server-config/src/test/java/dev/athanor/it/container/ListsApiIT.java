// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.Http;
import dev.athanor.it.TestServerSession;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists under {@code /api/v1} by HTTP, from outside: what all have in common, shown on courses. */
@RunAsClient
class ListsApiIT extends InContainer {
    private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("<([^>]+)>; rel=\"(\\w+)\"");
    private static final int COURSES = 7;

    /** What the codes of this test begin with. */
    private final String prefix =
            "T" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);

    private static Http http() {
        return new Http(TestServerSession.server().address());
    }

    /** T…0 to T…6; each requires the one before. Of two courses each the seats are equal. */
    @BeforeEach
    void courses() throws SQLException {
        for (int i = 0; i < COURSES; i++) {
            TestServerSession.server()
                    .execute("insert into academy.course (created_at, updated_at, version, code, title, seats) values"
                            + " (now(), now(), 1, '" + prefix + i + "', 'Course 100% " + i + "', " + (10 + i / 2)
                            + ")");
        }
        TestServerSession.server()
                .execute("insert into academy.prerequisite (course_id, required_id) select c.id, r.id from"
                        + " academy.course c, academy.course r where c.code like '" + prefix + "%' and r.code like '"
                        + prefix + "%' and right(c.code, 1)::int = right(r.code, 1)::int + 1");
    }

    private HttpResponse<String> list(String filter, String more) {
        return http().get("/api/v1/courses?filter=" + encoded("code==" + prefix + "*" + filter) + more);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private List<String> codes(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return CODE.matcher(response.body())
                .results()
                .map(found -> found.group(1).substring(prefix.length()))
                .toList();
    }

    private static Optional<String> link(HttpResponse<String> response, String relation) {
        return response.headers().allValues("Link").stream()
                .flatMap(value -> LINK.matcher(value).results())
                .filter(found -> found.group(2).equals(relation))
                .map(found -> found.group(1))
                .findFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ";seats==12 | 4 5",
                ";seats=gt=11;seats=le=12 | 4 5",
                ";(seats==10,seats=in=(12,13)) | 0 1 4 5 6",
                ";seats=out=(10,11,12) | 6",
                ";seats!=10;seats<13 | 2 3 4 5",
                ";title==*100%* | 0 1 2 3 4 5 6",
                ";title==*100_* | ''",
                ";title=='course*3' | 3",
                ";title=null=true | ''"
            })
    void filtersAreRsql(String filter, String expected) {
        assertThat(String.join(" ", codes(list(filter, "&sort=code")))).isEqualTo(expected);
    }

    @Test
    void whatIsSortedIsInOneOrder() {
        assertThat(codes(list("", "&sort=-seats,code"))).containsExactly("6", "4", "5", "2", "3", "0", "1");
    }

    @Test
    void numberedPagesTellHowManyThereAreAndWhereTheOthersAre() {
        HttpResponse<String> second = list("", "&sort=code&size=3&page=2");

        assertThat(codes(second)).containsExactly("3", "4", "5");
        assertThat(second.body()).contains("\"total\":7");
        assertThat(codes(http().get(link(second, "prev").orElseThrow()))).containsExactly("0", "1", "2");
        HttpResponse<String> last = http().get(link(second, "next").orElseThrow());
        assertThat(codes(last)).containsExactly("6");
        assertThat(link(last, "next")).isEmpty();
    }

    /** However many are there before: somebody deletes what was read meanwhile. */
    @Test
    void pagesByCursorsMissNothing() throws SQLException {
        List<String> seen = new ArrayList<>();
        HttpResponse<String> page = list("", "&sort=seats&size=2&cursor=");
        while (true) {
            seen.addAll(codes(page));
            TestServerSession.server()
                    .execute("delete from academy.prerequisite where course_id in (select id from academy.course where"
                            + " code = '" + prefix
                            + "0') or required_id in (select id from academy.course where code = '"
                            + prefix + "0'); delete from academy.course where code = '" + prefix + "0'");
            Optional<String> next = link(page, "next");
            if (next.isEmpty()) {
                break;
            }
            page = http().get(next.get());
        }
        assertThat(seen).containsExactly("0", "1", "2", "3", "4", "5", "6");
        assertThat(page.body()).doesNotContain("total");
    }

    @Test
    void relationsComeAlongWhereTheyAreIncluded() {
        HttpResponse<String> deep =
                http().get("/api/v1/courses/" + prefix + "2?include=prerequisites.prerequisites&fields=code");

        assertThat(codes(deep)).containsExactly("2", "1", "0");
        assertThat(http().get("/api/v1/courses/" + prefix + "2").body()).doesNotContain("prerequisites");
    }

    @Test
    void fieldsAreShownThatAreAskedFor() {
        String body = list(";seats==13", "&fields=code,prerequisites.title&include=prerequisites")
                .body();

        assertThat(body)
                .matches("\\{\"items\":\\[\\{\"id\":\\d+,\"code\":\"" + prefix
                        + "6\",\"prerequisites\":\\[\\{\"id\":\\d+,\"title\":\"Course 100% 5\"}]}],\"total\":1}");
    }

    @Test
    void everythingThatIsWrongIsToldWithWhatIsKnown() {
        HttpResponse<String> response = http().get("/api/v1/courses?filter=" + encoded("password==x;seats==many")
                + "&sort=nobody&include=teacher&fields=secret");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body())
                .contains("\"status\":400")
                .contains("\\\"password\\\" is not known; known are id, code, title, seats")
                .contains("\\\"seats\\\" is a whole number, not \\\"many\\\"")
                .contains("\\\"nobody\\\" is not known")
                .contains("\\\"teacher\\\" is not known; known are prerequisites")
                .contains("\\\"secret\\\" is not known");
    }

    @ParameterizedTest
    @CsvSource({
        "filter=code%3D%3D,filter",
        "size=0,size",
        "size=1000,size",
        "page=0,page",
        "page=x,page",
        "cursor=nonsense,cursor",
        "page=1&cursor=,page",
        "page=99999999999,page",
        "page=1&page=2,page",
        "size=1&size=2,size",
        "filter=seats%3D%3D1&filter=seats%3D%3D2,filter",
        "filter=seats%3D%3D1e400,filter",
        "filter=id%3D%3D99999999999999999999,filter",
        "filter=seats%3Dnull%3Dperhaps,filter",
        "sort=-,sort",
        "include=prerequisites.nothing,include",
        "include=prerequisites.prerequisites.prerequisites.prerequisites.prerequisites.prerequisites,include",
        "fields=prerequisites,fields",
        "fields=prerequisites.code,fields",
        "color=red,color",
        "filter=code%3D%3Da%27%3B+drop+table,filter"
    })
    void whatCannotBeUnderstoodIsRefused(String query, String parameter) {
        HttpResponse<String> response = http().get("/api/v1/courses?" + query);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.body()).contains("\"parameter\":\"" + parameter + "\"");
    }

    /** What is asked for twice is there once, and a page that is far behind the last is empty. */
    @Test
    void whatIsSaidTwiceAndWhatIsFarAwayIsNoError() {
        HttpResponse<String> twice = list(
                ";seats==13", "&fields=code,code&include=prerequisites,prerequisites&sort=code,code,-code&cursor=");
        HttpResponse<String> far = list("", "&page=2147483647&size=200");

        assertThat(codes(twice)).containsExactly("6", "5");
        assertThat(codes(far)).isEmpty();
        assertThat(far.body()).contains("\"total\":7");
    }

    @Test
    void aFilterThatIsTooDeepIsRefused() {
        String deep = "(".repeat(1_500) + "code==x" + ")".repeat(1_500);
        HttpResponse<String> response = http().get("/api/v1/courses?filter=" + encoded(deep));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("has more than 20 levels");
    }

    @Test
    void whatIsNotThereIsAProblemToo() {
        HttpResponse<String> response = http().get("/api/v1/courses/" + prefix);

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("\"title\":\"Not Found\"");
    }

    @Test
    void whoWorksWhereOnlyUsersLearn() throws SQLException {
        TestServerSession.server()
                .execute("insert into workforce.department (created_at, updated_at, version, name) values (now(),"
                        + " now(), 1, '" + prefix + "')");
        String path = "/api/v1/departments?include=employees,parent&filter=name==" + prefix;
        assertThat(http().get(path).statusCode()).isEqualTo(401);

        String token = Http.token(http().register("lists-" + prefix));
        Matcher body = Pattern.compile("\"name\":\"" + prefix + "\",\"employees\":\\[],\"parent\":null")
                .matcher(http().get(path, "Authorization", "Token " + token).body());
        assertThat(body.results().map(MatchResult::group)).hasSize(1);
    }
}
