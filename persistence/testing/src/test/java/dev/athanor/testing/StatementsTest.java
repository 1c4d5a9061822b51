// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@PostgresTest(scripts = "/library.sql")
class StatementsTest {
    private static void read(DataSource source, int... numbers) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement("select * from book where pages = ?")) {
            for (int number : numbers) {
                statement.setInt(1, number);
                statement.executeQuery().close();
            }
        }
    }

    @Test
    void statementsAreCounted(DataSource source, Statements statements) throws SQLException {
        // region count
        statements.during(() -> read(source, 1)).hasCount(1).repeatsNone();
        // endregion
        assertThatCode(() -> statements.during(() -> read(source)).hasNone()).doesNotThrowAnyException();
        assertThatThrownBy(() -> statements.during(() -> read(source, 1, 2)).hasAtMost(1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("expected 1 statements at most, and there were 2:")
                .hasMessageContaining("select * from book where pages = ?");
        assertThat(statements.connections()).isEqualTo(3);
        statements.forget();
        assertThat(statements.texts()).isEmpty();
    }

    @Test
    void queriesThatRunAgainAreNoticed(DataSource source, Statements statements) {
        assertThatThrownBy(() -> statements.during(() -> read(source, 1, 2, 3)).repeatsNone())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("{select * from book where pages = ?=3}");
    }

    @Test
    void aBatchIsOneStatement(Connection connection, Statements statements) throws SQLException {
        try (PreparedStatement batch = connection.prepareStatement("insert into book values (?)")) {
            batch.setString(1, "one");
            batch.addBatch();
            batch.setString(1, "two");
            batch.addBatch();
            assertThat(batch.getConnection()).isSameAs(connection);
            statements.during(batch::executeBatch).hasCount(1);
        }
        assertThat(statements.texts()).containsExactly("insert into book values (?)");
    }

    @Test
    void whatSteersTheConnectionIsNone(Connection connection, Statements statements) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statements
                    .during(() -> {
                        statement.execute("set search_path to public");
                        statement.execute("savepoint here");
                        statement.execute("select 1");
                    })
                    .hasCount(1);
        }
    }

    @Test
    void failuresAreTheDrivers(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("select nothing"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("\"nothing\" does not exist");
        }
        assertThat(connection.isValid(1)).isTrue();
    }

    @Test
    void othersMayTellTheirStatements() {
        Statements statements = Statements.noted();
        statements
                .during(() -> {
                    statements.note("select 1");
                    statements.note("release savepoint here");
                })
                .hasCount(1);
    }

    @Test
    void ofSeveralStatementsInATextOneIsEnough() {
        Statements noted = Statements.noted();
        noted.note("set local lock_timeout = 5; set local statement_timeout = 7;");
        noted.note(" SHOW transaction_isolation");
        assertThat(noted.texts()).isEmpty();

        noted.note("set local lock_timeout = 5;\nselect 1");
        assertThat(noted.texts()).containsExactly("set local lock_timeout = 5;\nselect 1");
    }
}
