// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that wants a password: somebody at a terminal is asked for it, once, and others are told. */
@PostgresTest
class PasswordTest {
    private static final String SECRET = "s3cret";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    @TempDir
    private static Path data;

    private static EmbeddedPostgres server;

    @TempDir
    private Path temporary;

    private final String name = "library_" + DATABASES.incrementAndGet();
    private Workplace workplace;

    @BeforeAll
    static void guard() throws IOException, SQLException {
        Path folder = data.resolve("server");
        server = EmbeddedPostgres.builder().setDataDirectory(folder).start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role ada login password '" + SECRET + "'");
            Files.writeString(
                    folder.resolve("pg_hba.conf"), "host all ada all scram-sha-256\nhost all all all trust\n");
            statement.execute("select pg_reload_conf()");
        }
        while (isOpen()) {
            Thread.onSpinWait();
        }
    }

    private static boolean isOpen() {
        try (Connection connection = server.getDatabase("ada", "postgres").getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @AfterAll
    static void end() throws IOException {
        server.close();
    }

    @BeforeEach
    void start(TestDatabase database) throws IOException, SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner ada");
        }
        workplace = new Workplace(temporary, database);
        workplace.write("athanor.properties", """
                url = jdbc:postgresql://localhost:%d/%s
                user = ada
                directory = db
                unit = library
                class-path = classes
                """.formatted(server.getPort(), name));
        workplace.entities(Map.of("Author", "@Id long id;"));
        workplace.done("init");
        Map<String, String> environment = Map.of("ATHANOR_DB_PASSWORD", SECRET);
        assertThat(workplace.run(environment, "revision", "-m", "Authors", "--autogenerate"))
                .satisfies(result -> assertThat(result.code()).isEqualTo(ExitCode.OK));
        assertThat(workplace.run(environment, "upgrade").code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void onATerminalItIsAskedForOnce() {
        workplace.onTerminal().typing(SECRET);

        assertThat(workplace.done("check")).contains("all is well").doesNotContain(SECRET);

        assertThat(workplace.questions()).containsExactly("Password of ada for " + name + ": ");
    }

    @Test
    void theOneThatIsAskedForWinsOverTheOneThatIsKnown() {
        Map<String, String> environment = Map.of("ATHANOR_DB_PASSWORD", "wrong");
        assertThat(workplace.run(environment, "check").code()).isEqualTo(ExitCode.UNREACHABLE);

        workplace.typing(SECRET);

        assertThat(workplace.run(environment, "check", "-W").code()).isEqualTo(ExitCode.OK);
        assertThat(workplace.questions()).containsExactly("Password: ");
    }

    @Test
    void aWrongOneIsSaid() {
        Workplace.Result result = workplace.onTerminal().typing("wrong").run("check");

        assertThat(result.code()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(result.error()).contains("password authentication failed").doesNotContain("wrong");
    }

    @Test
    void elsewhereNobodyIsAsked() {
        Workplace.Result result = workplace.typing(SECRET).run("check");

        assertThat(result.code()).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(result.error()).contains("no password was provided");
        assertThat(workplace.questions()).isEmpty();
    }

    @Test
    void whoCannotBeAskedIsToldHowElse() {
        Workplace.Result result = workplace.run("check", "-W");

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.error()).contains("no terminal", "ATHANOR_DB_PASSWORD");
    }
}
