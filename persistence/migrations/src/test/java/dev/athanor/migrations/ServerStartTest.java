// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Servers that are processes of their own. */
@PostgresTest
class ServerStartTest {
    private static final Pattern APPLIED = Pattern.compile("applied change set \\S+::(\\S+)::");

    @Test
    void processesThatStartAtOnceUpgradeOnce(TestDatabase database) throws Exception {
        List<Process> servers = new ArrayList<>();
        try {
            for (int server = 0; server < 3; server++) {
                servers.add(ServerProcesses.start(database, "migrations/notes.yaml"));
            }
            List<String> applied = new ArrayList<>();
            for (Process server : servers) {
                String output = ServerProcesses.output(server);
                assertThat(server.waitFor()).as(output).isZero();
                assertThat(output).contains("the schema is current");
                APPLIED.matcher(output).results().forEach(match -> applied.add(match.group(1)));
            }
            assertThat(applied).containsExactlyInAnyOrder("create-note", "add-author");
        } finally {
            servers.forEach(Process::destroyForcibly);
        }
    }

    /** It waits within a change set for a lock that the test has; its session would wait on without it. */
    @Test
    void aServerThatIsKilledInTheMiddleIsFollowedByAnother(TestDatabase database) throws Exception {
        try (Connection gate = database.dataSource().getConnection();
                Statement key = gate.createStatement()) {
            key.execute("select pg_advisory_lock(42)");
            Process server = ServerProcesses.start(database, "migrations/notes-gate.yaml");
            try {
                while (count(key, "select count(*) from pg_locks where objid = 42 and not granted") == 0) {
                    assertThat(server.isAlive()).isTrue();
                }
            } finally {
                server.destroyForcibly();
            }
            assertThat(server.waitFor(10, SECONDS)).isTrue();
            assertThat(count(key, "select count(*) from databasechangeloglock where locked"))
                    .isOne();

            SchemaState state = Migrations.of(database.dataSource(), "migrations/notes-gate.yaml")
                    .waitingAtMost(Duration.ofSeconds(30))
                    .telling(event -> {
                        if (event instanceof MigrationEvent.Started) {
                            open(key);
                        }
                    })
                    .upgrade();

            assertThat(state.isCurrent()).isTrue();
            assertThat(count(key, "select count(*) from databasechangelog")).isOne();
            assertThat(count(key, "select count(*) from databasechangeloglock where locked"))
                    .isZero();
        }
    }

    private static void open(Statement key) {
        try {
            key.execute("select pg_advisory_unlock(42)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
