// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.tree.Mapper;
import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fresh database, and what shows a statement by its text, its binds and its rows. */
@PostgresTest
@SuppressWarnings("NullAway.Init") // before each test
abstract class Database {
    Connection connection;
    Queries queries;
    TestDatabase database;

    @BeforeEach
    final void connect(TestDatabase fresh) throws SQLException {
        database = fresh;
        create(fresh);
        connection = fresh.dataSource().getConnection();
        queries = Queries.on(connection);
    }

    /** Makes the tables. */
    abstract void create(TestDatabase fresh) throws SQLException;

    @AfterEach
    final void disconnect() throws SQLException {
        connection.close();
    }

    final Shown shown(Statement statement) {
        assertThat(new Mapper().map(statement.command()).sameStructure(statement.command()))
                .as("mapping changes nothing of itself: %s", statement)
                .isTrue();
        return new Shown(statement);
    }

    /** A statement to be shown; texts are told without the quotes around names. */
    final class Shown {
        private final Statement statement;

        private Shown(Statement statement) {
            this.statement = statement;
        }

        Shown sql(String text) {
            assertThat(statement.sql().replace("\"", "")).isEqualTo(text);
            return this;
        }

        Shown binds(@Nullable Object... values) {
            assertThat(statement.binds()).isEqualTo(Arrays.asList(values));
            return this;
        }

        /** Rows by their values, as texts. */
        void rows(String... rows) {
            assertThat(statement).isInstanceOf(Rows.class);
            List<String> read = queries.list((Rows<?>) statement).stream()
                    .map(row -> row instanceof Row values
                            ? values.toString().substring(1, values.toString().length() - 1)
                            : String.valueOf(row))
                    .toList();
            assertThat(read).containsExactly(rows);
        }

        void touches(long rows) {
            assertThat(queries.execute(statement)).isEqualTo(rows);
        }
    }
}
