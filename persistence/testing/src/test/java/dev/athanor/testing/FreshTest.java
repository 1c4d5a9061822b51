// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import static dev.athanor.testing.Numbers.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.testing.PostgresTest.Fresh;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** How often tests have a new database, and what makes it. */
class FreshTest {
    private static long books(Connection connection) throws SQLException {
        return number(connection, "select count(*) from book");
    }

    private static void add(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into book values ('left behind')");
        }
    }

    /** Made by Java. */
    static final class Shelf implements Schema {
        @Override
        public void create(TestDatabase database) throws SQLException {
            database.execute("create table shelf (place text); insert into shelf values ('left')");
        }
    }

    // region scripts
    @Nested
    @PostgresTest(scripts = "/library.sql")
    class EachTest {
        @RepeatedTest(2)
        void startsAsTheScriptSays(Connection connection) throws SQLException {
            assertThat(books(connection)).isEqualTo(2);
            add(connection);
        }
    }
    // endregion

    // region several
    @Nested
    @PostgresTest(scripts = "/library.sql", changelog = "library-changelog.xml", schema = Shelf.class)
    class OfSeveralParts {
        // endregion
        @Test
        void hasWhatAllOfThemMake(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("select * from shelf, author, book")) {
                assertThat(result.next()).isTrue();
            }
        }
    }

    @Nested
    @PostgresTest(scripts = "/library.sql", fresh = Fresh.FOR_EACH_CLASS)
    @TestMethodOrder(MethodOrderer.MethodName.class)
    class TogetherTest {
        @BeforeAll
        static void addsOne(Connection connection) throws SQLException {
            add(connection);
        }

        @Test
        void first(Connection connection) throws SQLException {
            assertThat(books(connection)).isEqualTo(3);
            add(connection);
        }

        @Test
        void second(DataSource source) throws SQLException {
            try (Connection connection = source.getConnection()) {
                assertThat(books(connection)).isEqualTo(4);
            }
        }
    }

    // region rolledback
    @Nested
    @PostgresTest(scripts = "/library.sql", fresh = Fresh.ROLLED_BACK)
    class RolledBackTest {
        @RepeatedTest(2)
        void everythingIsUndone(DataSource source) throws SQLException {
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(false);
                add(connection);
                connection.commit();
            }
            try (Connection connection = source.getConnection()) {
                assertThat(books(connection)).isEqualTo(3);
            }
        }
        // endregion

        @Test
        void whatWasNotCommittedCanBeRolledBack(DataSource source) throws SQLException {
            try (Connection connection = source.getConnection()) {
                add(connection);
                connection.setAutoCommit(false);
                add(connection);
                connection.rollback();
                assertThat(books(connection)).isEqualTo(3);
                add(connection);
            }
            try (Connection connection = source.getConnection()) {
                assertThat(books(connection)).isEqualTo(3);
                assertThat(connection.getAutoCommit()).isTrue();
            }
        }
    }
}
