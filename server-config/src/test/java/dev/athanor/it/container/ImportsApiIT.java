// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.RawRequest;
import dev.athanor.it.TestServerSession;
import dev.athanor.web.Roles;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of many rows by HTTP: what is taken of them, what is refused, and how that is told. */
@RunAsClient
class ImportsApiIT extends InContainer {
    private static final String NDJSON = "application/x-ndjson";
    private static final String CSV = "text/csv";
    private static final int CHUNK = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern EVENT = Pattern.compile("id: ?(\\d+)");

    private final Client editor = Client.withRole(Roles.EDITOR);
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private Answer send(Client client, String kind, String form, String body) {
        return client.send("POST", "/v1/" + kind + "/import", body, "Content-Type", form);
    }

    /** Where it is told how far it is. */
    private String started(String kind, String form, String body) {
        Answer answer = send(editor, kind, form, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        String location = answer.response().headers().firstValue("Location").orElseThrow();
        assertThat(location).isEqualTo("/api/v1/imports/" + answer.json().getString("id"));
        return location.substring("/api".length());
    }

    private JsonObject awaited(String path, Predicate<JsonObject> wanted) {
        Instant deadline = Instant.now().plus(PATIENCE);
        JsonObject now = editor.get(path).json();
        while (!wanted.test(now) && Instant.now().isBefore(deadline)) {
            now = editor.get(path).json();
        }
        assertThat(wanted.test(now)).as(now.toString()).isTrue();
        return now;
    }

    private JsonObject ended(String path) {
        return awaited(path, now -> !now.getString("state").equals("RUNNING"));
    }

    private String students(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "{\"name\": \"Student %d\", \"email\": \"s%d-%s@example.org\"}\n".formatted(i, i, mark))
                .collect(Collectors.joining());
    }

    private long written() throws SQLException {
        try (Connection connection = TestServerSession.server().connectToData();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select count(*) from academy.student where email like '%" + mark + "@example.org'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void goodRowsAreTakenAndOthersReportedWithTheirLines() throws SQLException {
        String path = started(
                "students",
                NDJSON,
                students(0, 2) + "{\"name\": \"\", \"email\": \"nowhere\"}\n"
                        + "not json\n\n[1]\n"
                        + "{\"name\": \"Bob\", \"email\": \"b-" + mark + "@example.org\", \"emial\": \"x\"}\n"
                        + students(1, 3));

        JsonObject end = ended(path);

        assertThat(end.getString("state")).isEqualTo("DONE");
        assertThat(end.getInt("accepted")).isEqualTo(3);
        assertThat(end.getInt("refused")).isEqualTo(5);
        assertThat(written()).isEqualTo(3);
        assertThat(refused(path))
                .containsExactly(
                        "3,/name,can't be blank",
                        "3,/email,is not an e-mail address",
                        "4,,is not valid JSON",
                        "6,,is not an object of JSON",
                        "7,/emial,\"is not known; known are name, email\"",
                        "8,/email,is another student's");
    }

    /** As a table; the same is there as NDJSON, and by pages. */
    private List<String> refused(String path) {
        Answer table = editor.sending("Accept", CSV).get(path + "/refused?sort=line,id&fields=line,pointer,message");
        assertThat(table.status()).as(table.text()).isEqualTo(200);
        return table.text()
                .lines()
                .skip(1)
                .map(line -> line.substring(line.indexOf(',') + 1))
                .toList();
    }

    @Test
    void productsComeAsTables() {
        String path = started(
                "products",
                "text/csv; charset=utf-8",
                "sku,name,kind,quality,price,cost,quantity,reorderAt\r\n"
                        + "I-" + mark.toUpperCase(Locale.ROOT) + "-1,\"Loom, \"\"large\"\"\",TOOL,NEW,120.50,80,7,2\r\n"
                        + "I-" + mark.toUpperCase(Locale.ROOT) + "-2,Shuttle,TOYS,NEW,-1,cheap,x,0\r\n"
                        + "I-" + mark.toUpperCase(Locale.ROOT) + "-3,Too few\r\n");

        assertThat(ended(path).getInt("accepted")).as("%s", refused(path)).isEqualTo(1);
        assertThat(refused(path))
                .containsExactly(
                        "3,/cost,is not a number",
                        "3,/quantity,is not a whole number",
                        "3,/price,must not be negative",
                        "3,/kind,is none that there is",
                        "4,,\"has 2 values, not 8\"");
    }

    /** Also what looks as if an export had put the apostrophe there. */
    @ParameterizedTest
    @ValueSource(strings = {"=SUM(1)", "'=SUM(1)", "\uFF1DSUM(1)"})
    void whatIsExportedCanBeImported(String name) {
        String sku = "R-" + mark.toUpperCase(Locale.ROOT);
        started(
                "products",
                NDJSON,
                "{\"sku\":\"" + sku + "\",\"name\":\"" + name
                        + "\",\"kind\":\"TOOL\",\"quality\":\"NEW\",\"price\":1,\"cost\":1}");
        awaited("/v1/products?filter=sku==" + sku, now -> now.getInt("total") == 1);

        String exported = editor.sending("Accept", CSV)
                .get("/v1/products?fields=sku,name,kind,price&filter=sku==" + sku)
                .text()
                .lines()
                .skip(1)
                .findFirst()
                .orElseThrow();
        assertThat(exported).contains(",'" + name + ",");
        String again = exported.substring(exported.indexOf(',') + 1).replace(sku, sku + "-2") + ",NEW,1\r\n";
        String path = started("products", CSV, "sku,name,kind,price,quality,cost\r\n" + again);

        assertThat(ended(path).getInt("accepted")).as("%s", refused(path)).isEqualTo(1);
        awaited("/v1/products?filter=sku==" + sku + "-2", now -> now.getInt("total") == 1);
        assertThat(editor.get("/v1/products/" + sku + "-2").json().getString("name"))
                .isEqualTo(name);
    }

    @Test
    void onlyEditorsImportAndEachSeesTheirOwn() {
        assertThat(send(Client.nobody(), "students", NDJSON, "").status()).isEqualTo(401);
        assertThat(send(Client.registered(), "students", NDJSON, "").status()).isEqualTo(403);
        assertThat(send(editor, "students", "application/json", "{}").status()).isEqualTo(415);
        String path = started("students", NDJSON, "");

        Client other = Client.withRole(Roles.EDITOR);
        for (Answer answer : List.of(
                other.get(path), other.get(path + "/refused"), other.get(path + "/events"), other.delete(path))) {
            assertThat(answer.status()).isEqualTo(404);
        }
        assertThat(ended(path).getString("state")).isEqualTo("DONE");
        assertThat(editor.get("/v1/imports/none").status()).isEqualTo(404);
    }

    @Test
    void itsProgressIsToldAsItIsMadeAndAfterAReconnect() throws Exception {
        String path;
        List<String> first;
        try (Connection connection = TestServerSession.server().connectToData();
                Statement statement = connection.createStatement()) {
            // The second chunk cannot go on before this lets it.
            connection.setAutoCommit(false);
            statement.execute(
                    "insert into academy.student (created_at, updated_at, version, name, email) values (now(),"
                            + " now(), 1, 'Blocker', 's" + (CHUNK + 1) + "-" + mark + "@example.org')");
            path = started("students", NDJSON, students(0, 3 * CHUNK));
            awaited(path, now -> now.getInt("accepted") == CHUNK);

            try (RawRequest events = follow(path)) {
                first = ids(events.readUntil("\"accepted\":" + CHUNK));
            }
            assertThat(editor.get(path).json().getString("state")).isEqualTo("RUNNING");
            connection.rollback();
        }
        try (RawRequest events = follow(path, "Last-Event-ID: " + first.get(first.size() - 1))) {
            String rest = events.readUntil("event: end") + events.readUntil("}");
            assertThat(ids(rest)).isNotEmpty().doesNotContainAnyElementsOf(first);
            assertThat(rest).contains("\"accepted\":" + 3 * CHUNK);
        }
        assertThat(written()).isEqualTo(3L * CHUNK);
    }

    private RawRequest follow(String path, String... headers) throws Exception {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Accept: text/event-stream");
        all.add("Authorization: " + editor.headers().get(1));
        return RawRequest.get("/api" + path + "/events", all.toArray(String[]::new));
    }

    private static List<String> ids(String events) {
        return EVENT.matcher(events)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** While a chunk is written, for which the cancellation waits. */
    @Test
    void whatIsCancelledEndsAfterTheChunkThatIsWritten() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection connection = TestServerSession.server().connectToData();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "insert into academy.student (created_at, updated_at, version, name, email) values (now(),"
                            + " now(), 1, 'Blocker', 's" + (CHUNK + 1) + "-" + mark + "@example.org')");
            String path = started("students", NDJSON, students(0, 6 * CHUNK));
            Database.awaitLocked(1);
            Future<Answer> cancelled = other.submit(() -> editor.delete(path));
            Database.awaitLocked(2);
            connection.rollback();

            assertThat(cancelled.get(60, TimeUnit.SECONDS).json().getString("state"))
                    .isEqualTo("CANCELLED");
            JsonObject end = ended(path);
            assertThat(end.getInt("accepted")).isEqualTo(2 * CHUNK);
            assertThat(written()).isEqualTo(2L * CHUNK);
            assertThat(editor.delete(path).json()).isEqualTo(end);
        } finally {
            other.shutdown();
        }
    }

    /** As if the server that reads it were gone. */
    @Test
    void whatNobodyReadsAnyMoreHasFailed() throws SQLException {
        String path = started("students", NDJSON, "");
        ended(path);
        TestServerSession.server()
                .execute("update imports.job set state = 'RUNNING', told_at = now() - interval '1 hour' where id = '"
                        + path.substring(path.lastIndexOf('/') + 1) + "'");

        JsonObject found = editor.get(path).json();

        assertThat(found.getString("state")).isEqualTo("FAILED");
        assertThat(found.getString("failure")).contains("the rest was not read");
    }

    /** What would use up the stack, the time or the memory is refused as the row that it is; the others are taken. */
    @Test
    void rowsThatAreTooMuchAreRefusedAndTheOthersTaken() throws SQLException {
        String deep = "[".repeat(2000) + "]".repeat(2000);
        String unknown =
                IntStream.range(100, 200).mapToObj(i -> "\"x" + i + "\":1").collect(Collectors.joining(","));
        String path = started(
                "students",
                NDJSON,
                students(0, 1) + "{\"name\": " + deep + "}\n{\"name\": " + "9".repeat(2000) + "}\n{\"name\": \""
                        + "x".repeat(1 << 20) + "\"}\n{" + unknown + "}\n"
                        + students(1, 2).strip());

        JsonObject end = ended(path);

        assertThat(end.getString("state")).as(end.toString()).isEqualTo("DONE");
        assertThat(end.getInt("accepted")).isEqualTo(2);
        assertThat(written()).isEqualTo(2);
        assertThat(refused(path))
                .hasSize(3 + 2 + 10)
                .startsWith(
                        "2,,\"is nested too deeply, or has a number that is too long\"",
                        "3,,\"is nested too deeply, or has a number that is too long\"",
                        "4,,has more than 1048576 characters",
                        "5,/name,can't be blank",
                        "5,/email,can't be blank",
                        "5,/x100,\"is not known; known are name, email\"")
                .last()
                .isEqualTo("5,/x109,\"is not known; known are name, email\"");
    }

    @Test
    void aTableWhoseRowDoesNotEndIsReadUpToThere() {
        String path = started(
                "students",
                CSV,
                "name,email\nAda,ada-" + mark + "@example.org\nBob,\"" + "x".repeat(1 << 20) + "\"\nEve,e@example.org");
        assertThat(ended(path).getInt("accepted")).isOne();
        assertThat(refused(path)).containsExactly("3,,has more than 1048576 characters; the rest was not read");

        String without = started("students", CSV, "\"name,email\nAda,ada@example.org\n");
        assertThat(ended(without).getInt("refused")).isOne();
        assertThat(refused(without)).containsExactly("1,,has a quote that does not end");
    }

    @Test
    void whatNoDatabaseKeepsIsRefusedRowByRow() {
        String path = started("students", CSV, "name,email\nA\u0000b,a-" + mark + "@example.org\n\"open");

        assertThat(ended(path).getInt("refused")).isEqualTo(2);
        assertThat(refused(path))
                .containsExactly("2,/name,must not contain control characters", "3,,has a quote that does not end");
    }
}
