// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.server.LibertyServer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A server is told to stop while a request is under way. */
@Execution(ExecutionMode.CONCURRENT)
class GracefulStopIT {
    private static final Duration SOON = Duration.ofMinutes(3);

    /** Liberty waits for requests, and takes no more. */
    private static final String STOPPING = "CWWKE1100I";

    @Test
    void requestsUnderWayAreFinished(@TempDir Path folder) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<String> output = new CopyOnWriteArrayList<>();
        try (TestServer server = TestServer.make(folder)) {
            server.deployApplication();
            Http http = new Http(server.address());
            try (LibertyServer liberty = LibertyServer.start(
                    Path.of(TestServer.property("installation")),
                    server.user(),
                    server.name(),
                    Map.of(),
                    output::add)) {
                liberty.awaitApplication();
                liberty.awaitServer();
                Future<HttpResponse<String>> answer;
                try (Connection connection = server.connectToData();
                        Statement statement = connection.createStatement()) {
                    connection.setAutoCommit(false);
                    statement.execute("lock table identity.users in exclusive mode");
                    answer = threads.submit(() -> http.register("user-" + UUID.randomUUID()));
                    await(() -> isLocked(server));
                    threads.execute(liberty::close);
                    await(() -> output.stream().anyMatch(line -> line.contains(STOPPING)));
                    assertThat(answer.isDone()).isFalse();
                    connection.rollback();
                }
                assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(201);
                liberty.await();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(output).noneMatch(line -> line.contains("CWWKE1102W")); // that it has waited in vain
    }

    private static boolean isLocked(TestServer server) throws SQLException {
        return server.number("select count(*) from pg_stat_activity where application_name = 'athanor' and"
                        + " wait_event_type = 'Lock'")
                == 1;
    }

    private static void await(Condition condition) throws Exception {
        Instant deadline = Instant.now().plus(SOON);
        while (!condition.holds() && Instant.now().isBefore(deadline)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertThat(condition.holds()).isTrue();
    }

    /** What is waited for. */
    private interface Condition {
        boolean holds() throws Exception;
    }
}
