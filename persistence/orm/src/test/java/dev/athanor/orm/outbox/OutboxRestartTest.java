// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.orm.InJavaSe;
import dev.athanor.orm.SessionFactory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A worker outlives its database. */
@InJavaSe
@SuppressWarnings("try") // workers are only to be closed
class OutboxRestartTest {
    private static final Duration NEVER = Duration.ofHours(1);

    private final Received received = new Received();

    private static EmbeddedPostgres start(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setServerConfig("unix_socket_directories", "")
                .start();
    }

    private static void record(SessionFactory sessions, int number) {
        sessions.transaction(session -> Outbox.of(session).record("k", new Step("a", number)));
    }

    @Test
    void itListensAgainAfterARestart(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        EmbeddedPostgres first = start(data, 0);
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://localhost:" + first.getPort() + "/postgres");
        source.setUser("postgres");
        execute(source, OutboxTests.script());
        try (EntityManagerFactory factory = Persistence.createEntityManagerFactory(
                        "press",
                        Map.of(
                                "jakarta.persistence.nonJtaDataSource",
                                source,
                                "eclipselink.session-name",
                                "restarted"));
                OutboxWorker worker = OutboxWorker.start(
                        factory,
                        OutboxSettings.standard()
                                .poll(NEVER)
                                .on(Step.class, (step, delivery) -> received.add("a" + step.number())))) {
            SessionFactory sessions = SessionFactory.of(factory);
            record(sessions, 1);
            assertThat(received.next()).isEqualTo("a1");
            awaitNothingLeft(source); // what is not committed comes again, rightly

            first.close();
            try (EmbeddedPostgres second = start(data, first.getPort())) {
                execute(
                        source,
                        "insert into athanor_outbox (event_key, type, payload)"
                                + " values ('k', 'step', '{\"by\": \"a\", \"number\": 2}')");
                assertThat(received.next())
                        .as("looked for when it listens again")
                        .isEqualTo("a2");
                Instant recorded = Instant.now();
                record(sessions, 3);
                assertThat(received.next()).isEqualTo("a3");
                assertThat(Duration.between(recorded, Instant.now())).isLessThan(Duration.ofSeconds(10));
            }
        }
    }

    private static void awaitNothingLeft(PGSimpleDataSource source) throws SQLException {
        Instant deadline = Instant.now().plusSeconds(30);
        boolean left = true;
        while (left) {
            assertThat(Instant.now()).isBefore(deadline);
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select exists (select 1 from athanor_outbox)")) {
                rows.next();
                left = rows.getBoolean(1);
            }
        }
    }

    private static void execute(PGSimpleDataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
