// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.Http;
import dev.athanor.it.Pools;
import dev.athanor.it.RawRequest;
import dev.athanor.it.TestServerSession;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole lists by HTTP, shown on courses. */
@RunAsClient
class ExportApiIT extends InContainer {
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final int MANY = 200_000;

    /** What the codes of this test begin with. */
    private final String prefix =
            "E" + UUID.randomUUID().toString().substring(0, 4).toUpperCase(Locale.ROOT);

    private static Http http() {
        return new Http(TestServerSession.server().address());
    }

    private static void execute(String sql) throws SQLException {
        TestServerSession.server().execute(sql);
    }

    /** E…0 to E…2; each requires the one before. */
    @BeforeEach
    void courses() throws SQLException {
        String[] titles = {"=1+1", "Logic, \"formal\"\nand other", "Ethics"};
        for (int i = 0; i < titles.length; i++) {
            execute("insert into academy.course (created_at, updated_at, version, code, title, seats) values"
                    + " (now(), now(), 1, '" + prefix + i + "', '" + titles[i] + "', " + (10 + i) + ")");
        }
        execute("insert into academy.prerequisite (course_id, required_id) select c.id, r.id from academy.course c,"
                + " academy.course r where c.code like '" + prefix + "%' and r.code like '" + prefix
                + "%' and right(c.code, 1)::int = right(r.code, 1)::int + 1");
        TestServerSession.server().awaitStandby();
    }

    @AfterEach
    void noCourses() throws SQLException {
        execute("delete from academy.prerequisite where course_id in (select id from academy.course where code like '"
                + prefix + "%'); delete from academy.course where code like '" + prefix + "%'");
    }

    private void manyCourses() throws SQLException {
        execute(
                "insert into academy.course (created_at, updated_at, version, code, title, seats) select now(), now(), 1,"
                        + " '" + prefix + "-' || i, repeat('Course', 20), 100 from generate_series(1, " + MANY + ") i");
        TestServerSession.server().awaitStandby();
    }

    private String path(String more) {
        return "/api/v1/courses?filter=code==" + prefix + "*" + more;
    }

    private HttpResponse<String> export(String form, String more) {
        HttpResponse<String> response = http().get(path(more), "Accept", form);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith(form);
        assertThat(response.headers().firstValue("Vary"))
                .hasValueSatisfying(vary -> assertThat(vary).contains("Accept"));
        return response;
    }

    @Test
    void linesHaveADocumentEach() {
        HttpResponse<String> lines = export(NDJSON, ";seats=gt=10&sort=-code&fields=code,seats");

        assertThat(lines.body())
                .matches("\\{\"id\":\\d+,\"code\":\"" + prefix + "2\",\"seats\":12}\n\\{\"id\":\\d+,\"code\":\""
                        + prefix + "1\",\"seats\":11}\n");
        assertThat(lines.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"courses.ndjson\"");
    }

    /** What follows it in the address is not the client's to put into a header. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/", ";a=b", ";a=%22b"})
    void aFileIsCalledAsItsListIs(String more) {
        HttpResponse<String> table = http().get("/api/v1/courses" + more + "?filter=seats==-1", "Accept", CSV);

        assertThat(table.statusCode()).as(table.body()).isEqualTo(200);
        assertThat(table.headers().allValues("Content-Disposition"))
                .containsExactly("attachment; filename=\"courses.csv\"");
    }

    @Test
    void relationsComeAlong() {
        assertThat(export(NDJSON, "&sort=-code&fields=code,prerequisites.code&include=prerequisites")
                        .body()
                        .lines()
                        .findFirst())
                .hasValueSatisfying(line -> assertThat(line)
                        .matches("\\{\"id\":\\d+,\"code\":\"" + prefix
                                + "2\",\"prerequisites\":\\[\\{\"id\":\\d+,\"code\":\"" + prefix + "1\"}]}"));
    }

    @Test
    void tablesHaveAHeaderAndQuotesWhereTheyAreNeeded() {
        HttpResponse<String> table = export(CSV, "&sort=code");

        assertThat(table.body().replaceAll("(?m)^\\d+,E", "0,E"))
                .isEqualTo(
                        "id,code,title,seats\r\n0,%s0,'=1+1,10\r\n0,%s1,\"Logic, \"\"formal\"\"\nand other\",11\r\n0,%s2,Ethics,12\r\n"
                                .formatted(prefix, prefix, prefix));
        assertThat(table.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"courses.csv\"");
    }

    @Test
    void tablesWithoutRowsHaveAHeader() {
        assertThat(export(CSV, ";seats==1&fields=code&include=prerequisites").body())
                .isEqualTo("id,code,prerequisites\r\n");
        assertThat(export(NDJSON, ";seats==1").body()).isEmpty();
    }

    @Test
    void relationsToOneAreColumns() throws SQLException {
        execute("insert into workforce.department (created_at, updated_at, version, name) values (now(), now(), 1, '"
                + prefix + "')");
        String token = Http.token(http().register("export-" + prefix));

        HttpResponse<String> table = http().get(
                        "/api/v1/departments?fields=name,parent.name&include=parent,employees&filter=name==" + prefix,
                        "Authorization",
                        "Token " + token,
                        "Accept",
                        CSV);
        assertThat(table.body()).matches("id,name,parent.id,parent.name,employees\r\n\\d+," + prefix + ",,,\\[]\r\n");
        assertThat(http().get("/api/v1/departments", "Accept", CSV).statusCode())
                .isEqualTo(401);
    }

    @Test
    void pagesAreWhatClientsGetWhoDoNotSay() {
        assertThat(http().get(path(""), "Accept", "*/*").body()).contains("\"items\"");
        assertThat(http().get(path(""), "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(http().get(path(""), "Accept", "text/csv;q=0.5, application/x-ndjson")
                        .body())
                .startsWith("{\"id\"")
                .doesNotContain("\"items\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&page=2", "&size=5", "&cursor=", ";secret==1", "&sort=secret", "&include=teacher"})
    void whatCannotBeUnderstoodIsAProblem(String more) {
        HttpResponse<String> response = http().get(path(more), "Accept", CSV);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(response.body()).contains("\"status\":400");
    }

    @ParameterizedTest
    @ValueSource(strings = {NDJSON, CSV})
    void manyRowsArriveWhole(String form) throws Exception {
        manyCourses();
        long header = form.equals(CSV) ? 1 : 0;

        assertThat(http().countLines(path(";seats==100"), "Accept", form)).isEqualTo(MANY + header);
        Pools.awaitIdle();
    }

    /** Of 25 MB the client has read 1 KB, and the server has sent what fits on the way. */
    @Test
    void aClientThatReadsSlowlyOrHangsUpKeepsNoConnection() throws Exception {
        manyCourses();
        try (RawRequest request = RawRequest.get(path(""), "Accept: " + CSV)) {
            assertThat(request.read(1000)).startsWith("HTTP/1.1 200");
            Pools.awaitIdle();
            assertThat(request.read(1000)).contains("CourseCourse");
            assertThat(files()).isOne();
        }
        await(() -> files() == 0);
        assertThat(http().countLines(path(""), "Accept", CSV)).isGreaterThan(MANY);
    }

    /** The server notices when it begins to send. */
    @Test
    void aClientThatHangsUpWhileRowsAreReadLeavesNothing() throws Exception {
        manyCourses();
        RawRequest request = RawRequest.get(path(""), "Accept: " + CSV);
        try {
            await(() -> files() == 1);
        } finally {
            request.close();
        }
        await(() -> files() == 0);
        Pools.awaitIdle();
    }

    /** How many files there are that hold rows of this test. */
    private long files() throws IOException {
        try (DirectoryStream<Path> all =
                Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "athanor-export-*")) {
            return StreamSupport.stream(all.spliterator(), false)
                    .filter(this::isOurs)
                    .count();
        }
    }

    private boolean isOurs(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(1000), StandardCharsets.UTF_8).contains("," + prefix);
        } catch (IOException e) {
            return false; // it is gone, or another's
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Instant deadline = Instant.now().plusSeconds(60);
        while (!condition.call()) {
            assertThat(Instant.now()).isBefore(deadline);
        }
    }

    /** The database ends the connection while rows are read. */
    @Test
    void whatFailsMidwayIsAnErrorNotAShorterAnswer() throws Exception {
        manyCourses();
        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(() -> http().get(path(""), "Accept", CSV));
        long ended = 0;
        while (ended == 0 && !answer.isDone()) {
            ended = endReaders();
        }

        assertThat(ended).isPositive();
        HttpResponse<String> response = answer.get(60, TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        assertThat(response.headers().firstValue("Content-Disposition")).isEmpty();
        Pools.awaitIdle();
    }

    private static long endReaders() throws SQLException {
        String end = "select count(pg_terminate_backend(pid)) from pg_stat_activity where state <> 'idle' and query"
                + " like '%\"course\"%' and application_name like 'athanor%'";
        return TestServerSession.server().number(end)
                + TestServerSession.server().numberOfStandby(end);
    }
}
