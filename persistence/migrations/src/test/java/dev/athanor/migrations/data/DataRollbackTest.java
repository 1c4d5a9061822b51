// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.athanor.migrations.Migrations;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What Liquibase itself does with migrations of rows. */
@ResourceLock("liquibase") // by itself it has threads that start one another share a scope
@PostgresTest
class DataRollbackTest {
    private static final String DOUBLED = "migrations/accounts-doubled.yaml";
    private static final String INITIALS = "migrations/accounts-initials.yaml";

    @BeforeEach
    void accounts(TestDatabase database) throws SQLException {
        Migrations.of(database.dataSource(), "migrations/accounts.yaml").upgrade();
        database.execute("insert into account (id, owner, balance)"
                + " select n, md5(n::text), n from generate_series(1, 2500) n");
    }

    @Test
    void theyAreTakenBackAndDoneAgain(Connection connection) throws Exception {
        withLiquibase(connection, DOUBLED, liquibase -> liquibase.update(new Contexts()));
        assertThat(number(connection, "select count(*) from account where balance = id * 2"))
                .isEqualTo(2500);

        withLiquibase(connection, DOUBLED, liquibase -> liquibase.rollback(1, ""));
        assertThat(number(connection, "select count(*) from account where balance = id"))
                .isEqualTo(2500);

        withLiquibase(connection, DOUBLED, liquibase -> liquibase.update(new Contexts()));
        assertThat(number(connection, "select count(*) from account where balance = id * 2"))
                .isEqualTo(2500);
    }

    @Test
    void statementsAreTakenBack(Connection connection) throws Exception {
        withLiquibase(connection, INITIALS, liquibase -> liquibase.update(new Contexts()));

        withLiquibase(connection, INITIALS, liquibase -> liquibase.rollback(1, ""));

        assertThat(number(connection, "select count(*) from account where initial is null"))
                .isEqualTo(2500);
    }

    @Test
    void statementsAreWrittenIntoScripts(Connection connection) throws Exception {
        String script = script(connection, INITIALS);
        assertThat(script).contains("update account set initial = left(owner, 1) where ((reached is null");

        String block = script.substring(script.indexOf("do $athanor$"), script.lastIndexOf("end $athanor$"));
        run(connection, "alter table account add column initial text");
        run(connection, block + "end $athanor$");

        assertThat(number(connection, "select count(*) from account where initial = left(owner, 1)"))
                .isEqualTo(2500);
    }

    @Test
    void aScriptRefusesWhatIsWrittenInJava(Connection connection) throws Exception {
        String block = script(connection, DOUBLED)
                .lines()
                .filter(line -> line.startsWith("do "))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> run(connection, block)).hasMessageContaining("is a migration in Java");
    }

    @SuppressWarnings("deprecation") // the command that replaces it writes bytes
    private static String script(Connection connection, String changelog) throws Exception {
        StringWriter script = new StringWriter();
        withLiquibase(connection, changelog, liquibase -> liquibase.update(new Contexts(), script));
        return script.toString();
    }

    private static void withLiquibase(Connection connection, String changelog, Work work) throws Exception {
        Scope.child(Scope.Attr.ui.name(), new LoggerUIService(), () -> {
            PostgresDatabase database = new PostgresDatabase();
            database.setConnection(new JdbcConnection(connection));
            work.with(new Liquibase(changelog, new ClassLoaderResourceAccessor(), database));
        });
        connection.setAutoCommit(true);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private interface Work {
        void with(Liquibase liquibase) throws Exception;
    }
}
