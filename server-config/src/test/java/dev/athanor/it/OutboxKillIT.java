// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.Session;
import dev.athanor.server.LibertyServer;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A server is killed between the commit of an event and its delivery. */
@Execution(ExecutionMode.CONCURRENT)
class OutboxKillIT {
    private static final Duration SOON = Duration.ofMinutes(3);

    private static final String APPLICATION = """
        <server>
          <enterpriseApplication location="press.ear">
            <classloader apiTypeVisibility="+third-party" commonLibraryRef="postgresql"/>
          </enterpriseApplication>
        </server>
        """;

    @Test
    void whatAKilledServerHasCommittedIsDeliveredAfterItsRestart(@TempDir Path folder) throws Exception {
        try (TestServer server = TestServer.make(folder)) {
            deploy(server);
            makeTables(server);
            List<String> output = Collections.synchronizedList(new ArrayList<>());
            Http http = new Http(server.address());
            try (LibertyServer first = start(server, Map.of("COURIER_HOLDS", "true"), output)) {
                first.awaitApplication();
                first.awaitServer();
                assertThat(http.get("/press/parcels?number=1&goods=held").statusCode())
                        .isEqualTo(200);
                await(() -> http.get("/press/parcels").body().equals("1"));
                first.process().descendants().forEach(ProcessHandle::destroyForcibly);
                first.process().destroyForcibly();
                first.await();
            }
            assertThat(text(server, "select state || attempts from athanor_outbox"))
                    .isEqualTo("PENDING0");
            assertThat(text(server, "select count(*) from note")).isEqualTo("0");

            try (LibertyServer second = start(server, Map.of(), output)) {
                second.awaitApplication();
                await(() -> text(server, "select count(*) from athanor_outbox").equals("0"));
                assertThat(text(server, "select text from note")).isEqualTo("held for ann");
            }
        }
    }

    private static LibertyServer start(TestServer server, Map<String, String> environment, List<String> output) {
        return LibertyServer.start(
                Path.of(TestServer.property("installation")), server.user(), server.name(), environment, output::add);
    }

    private static void deploy(TestServer server) throws Exception {
        Path configured = server.user().resolve("servers").resolve(server.name());
        Path overrides = Files.createDirectories(configured.resolve("configDropins/overrides"));
        Files.writeString(overrides.resolve("press.xml"), APPLICATION);
        PressArchive.make()
                .as(ZipExporter.class)
                .exportTo(Files.createDirectories(configured.resolve("apps"))
                        .resolve("press.ear")
                        .toFile());
    }

    private static void makeTables(TestServer server) throws Exception {
        try (InputStream script = Session.class.getResourceAsStream("athanor-outbox.sql");
                Connection connection = server.connectToPress();
                Statement statement = connection.createStatement()) {
            statement.execute("create table note (id bigint primary key, text text)");
            statement.execute(new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String text(TestServer server, String query) throws SQLException {
        try (Connection connection = server.connectToPress();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void await(Condition condition) throws Exception {
        Instant deadline = Instant.now().plus(SOON);
        while (!condition.holds() && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
        }
        assertThat(condition.holds()).isTrue();
    }

    /** What is waited for. */
    private interface Condition {
        boolean holds() throws Exception;
    }
}
