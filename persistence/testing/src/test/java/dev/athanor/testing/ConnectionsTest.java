// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Connections to a test's database are used again, and nobody notices. */
@PostgresTest(scripts = "/library.sql")
class ConnectionsTest {
    private static String value(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return String.valueOf(result.getString(1));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String process(Connection connection) throws SQLException {
        return value(connection, "select pg_backend_pid()");
    }

    @Test
    void aClosedOneIsGivenAgain(TestDatabase database) throws SQLException {
        String first;
        try (Connection connection = database.dataSource().getConnection()) {
            first = process(connection);
        }
        try (Connection connection = database.dataSource().getConnection();
                Connection another = database.dataSource().getConnection()) {
            assertThat(process(connection)).isEqualTo(first);
            assertThat(process(another)).isNotEqualTo(first);
        }
    }

    @Test
    void thereAreNoneWhenTheDatabaseIsGone(TestDatabase database) throws SQLException {
        database.dataSource().getConnection().close();
        database.close();
        assertThatThrownBy(() -> database.dataSource().getConnection())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("gone");
    }

    @Test
    void nothingOfItsLastUserIsLeft(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setReadOnly(true);
            connection.setNetworkTimeout(Runnable::run, 1234);
            connection.setReadOnly(false);
            connection.setAutoCommit(false);
            execute(connection, "set search_path to pg_catalog; create temporary table left_behind ()");
            execute(connection, "select pg_advisory_lock(7)");
            connection.commit();
            connection.setReadOnly(true);
            execute(connection, "select 1");
        }
        try (Connection connection = database.dataSource().getConnection()) {
            assertThat(connection.getAutoCommit()).isTrue();
            assertThat(connection.isReadOnly()).isFalse();
            assertThat(connection.getNetworkTimeout()).isZero();
            assertThat(value(connection, "show search_path")).contains("public");
            assertThat(value(connection, "select to_regclass('left_behind')")).isEqualTo("null");
            assertThat(value(connection, "select count(*) from pg_locks where locktype = 'advisory'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void whatIsNotCommittedIsLostWithTheConnection(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "insert into book values ('left behind')");
        }
        try (Connection connection = database.dataSource().getConnection()) {
            assertThat(value(connection, "select count(*) from book")).isEqualTo("2");
        }
    }

    @Test
    void preparedStatementsGoOnWorking(TestDatabase database) throws SQLException {
        for (int time = 0; time < 20; time++) {
            try (Connection connection = database.dataSource().getConnection();
                    var statement = connection.prepareStatement("select count(*) from book where title <> ?")) {
                statement.setString(1, "none");
                try (ResultSet result = statement.executeQuery()) {
                    assertThat(result.next()).isTrue();
                }
            }
        }
    }

    @Test
    @SuppressWarnings("resource") // is closed
    void aClosedOneIsOfNoUseToItsLastUser(TestDatabase database) throws SQLException {
        Connection connection = database.dataSource().getConnection();
        connection.close();
        assertThat(connection.isClosed()).isTrue();
        assertThatThrownBy(connection::createStatement).isInstanceOf(SQLException.class);
    }

    @Test
    void oneThatTheServerHasEndedIsReplaced(TestDatabase database) throws SQLException {
        try (Connection victim = database.dataSource().getConnection();
                Connection other = database.dataSource().getConnection()) {
            assertThat(value(other, "select pg_terminate_backend(" + process(victim) + ")"))
                    .isEqualTo("t");
            assertThatThrownBy(() -> process(victim)).isInstanceOf(SQLException.class);
        }
        try (Connection first = database.dataSource().getConnection();
                Connection second = database.dataSource().getConnection()) {
            assertThat(process(first)).isNotEqualTo(process(second));
        }
    }
}
