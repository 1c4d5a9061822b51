// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.server.LibertyServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A server is killed while it reads a file: what it has taken stays, and the rest is said to be missing. */
@Execution(ExecutionMode.CONCURRENT)
class ImportKillIT {
    private static final int CHUNK = 500;
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final Pattern EVENT = Pattern.compile("id: ?(\\d+)");
    private static final Pattern IMPORT = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final String ROWS = "select count(*) from academy.student";

    private final List<String> output = Collections.synchronizedList(new ArrayList<>());

    @Test
    void anImportWhoseServerIsKilledHasFailedAndIsSentAgain(@TempDir Path folder) throws Exception {
        try (TestServer server = TestServer.make(folder)) {
            server.deployApplication();
            Http http = new Http(server.address());
            String[] editor;
            String job;
            String heard;
            try (LibertyServer first = start(server);
                    Connection beside = server.connectToData();
                    Statement statement = beside.createStatement()) {
                editor = editor(server, http);
                // The second chunk cannot go on before this lets it, which it does not.
                beside.setAutoCommit(false);
                statement.execute("insert into academy.student (created_at, updated_at, version, name, email) values"
                        + " (now(), now(), 1, 'Blocker', 's" + (CHUNK + 1) + "@example.org')");
                job = sent(http, editor);
                heard = heard(server, editor, job);
                await(() -> server.number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'") > 0);
                kill(first);
                beside.rollback();
            }
            await(() -> server.number("select count(*) from pg_stat_activity where application_name = 'athanor'") == 0);
            assertThat(server.count(ROWS)).isEqualTo(CHUNK);

            try (LibertyServer second = start(server)) {
                assertThat(second.process().isAlive()).isTrue();
                assertFailed(http, editor, job);
                assertThat(missed(server, editor, job, heard))
                        .contains("\"state\":\"FAILED\"", "\"accepted\":" + CHUNK, "the rest was not read")
                        .doesNotContain("event: progress");

                String again = sent(http, editor);
                await(() -> !http.get(again, editor).body().contains("\"state\":\"RUNNING\""));
                assertThat(http.get(again, editor).body())
                        .contains("\"state\":\"DONE\"", "\"accepted\":" + 2 * CHUNK, "\"refused\":" + CHUNK);
                assertThat(server.count(ROWS)).isEqualTo(3L * CHUNK);
            }
        }
    }

    /** Up to the first chunk; the number of the last event. */
    private static String heard(TestServer server, String[] editor, String job) throws Exception {
        try (RawRequest events =
                RawRequest.get(server.address(), job + "/events", lines(editor, "Accept: text/event-stream"))) {
            String told = events.readUntil("\"accepted\":" + CHUNK) + events.readUntil("}");
            return EVENT.matcher(told)
                    .results()
                    .map(found -> found.group(1))
                    .reduce((before, last) -> last)
                    .orElseThrow();
        }
    }

    private static void assertFailed(Http http, String[] editor, String job) throws Exception {
        await(() -> http.get(job, editor).body().contains("\"state\":\"FAILED\""));
        assertThat(http.get(job, editor).body())
                .contains("\"accepted\":" + CHUNK, "the server that read it is gone; the rest was not read");
    }

    /** What a client is told that comes again. */
    private static String missed(TestServer server, String[] editor, String job, String heard) throws Exception {
        try (RawRequest events = RawRequest.get(
                server.address(),
                job + "/events",
                lines(editor, "Accept: text/event-stream", "Last-Event-ID: " + heard))) {
            String told = events.readUntil("event: end") + events.readUntil("}");
            Matcher event = EVENT.matcher(told);
            assertThat(event.find()).as(told).isTrue();
            assertThat(Long.parseLong(event.group(1))).isGreaterThan(Long.parseLong(heard));
            return told;
        }
    }

    private LibertyServer start(TestServer server) {
        LibertyServer started = LibertyServer.start(
                Path.of(TestServer.property("installation")),
                server.user(),
                server.name(),
                Map.of("ATHANOR_IMPORT_SILENCE", SILENCE.toString()),
                output::add);
        started.awaitApplication();
        started.awaitServer();
        return started;
    }

    private static void kill(LibertyServer server) throws InterruptedException {
        server.process().descendants().forEach(ProcessHandle::destroyForcibly);
        server.process().destroyForcibly();
        server.await();
    }

    private static String[] editor(TestServer server, Http http) throws Exception {
        assertThat(http.register("editor").statusCode()).isEqualTo(201);
        server.execute("insert into identity.user_roles (user_id, role) select id, 'EDITOR' from identity.users");
        server.awaitStandby();
        String token = Http.token(http.post(
                "/api/users/login",
                "{\"user\": {\"email\": \"editor@example.org\", \"password\": \"correct horse\"}}"));
        return new String[] {"Authorization", "Token " + token};
    }

    /** Where it is told how far the import is. */
    private static String sent(Http http, String[] editor) {
        String started = http.send("POST", "/api/v1/students/import", students(3 * CHUNK), new String[] {
                    editor[0], editor[1], "Content-Type", "application/x-ndjson"
                })
                .body();
        Matcher id = IMPORT.matcher(started);
        assertThat(id.find()).as(started).isTrue();
        return "/api/v1/imports/" + id.group(1);
    }

    private static String students(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> "{\"name\": \"Student %d\", \"email\": \"s%d@example.org\"}\n".formatted(i, i))
                .collect(Collectors.joining());
    }

    private static String[] lines(String[] headers, String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.add(headers[0] + ": " + headers[1]);
        return all.toArray(String[]::new);
    }

    private static void await(Condition condition) throws Exception {
        Instant deadline = Instant.now().plus(SOON);
        while (!condition.holds()) {
            assertThat(Instant.now()).as("before something did not come").isBefore(deadline);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** What is waited for. */
    private interface Condition {
        boolean holds() throws Exception;
    }
}
