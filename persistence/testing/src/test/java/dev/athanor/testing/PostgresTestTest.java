// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import static dev.athanor.testing.Numbers.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@PostgresTest
class PostgresTestTest {

    @BeforeEach
    void createsTable(TestDatabase database) throws SQLException {
        database.execute("create table note (text text)");
    }

    @RepeatedTest(2)
    void everyTestStartsEmpty(TestDatabase database) throws SQLException {
        assertThat(notes(database)).isZero();
        database.execute("insert into note values ('left behind')");
        assertThat(notes(database)).isEqualTo(1);
    }

    @Test
    void closingDropsTheDatabaseUnderOpenConnections(TestDatabase database) throws SQLException {
        TestDatabase other = TestServer.at(database.url(), database.user(), database.password())
                .newDatabase();
        try (Connection open = other.dataSource().getConnection()) {
            assertThat(exists(database, other.name())).isTrue();
            other.close();
            assertThat(exists(database, other.name())).isFalse();
            assertThat(open.isValid(1)).isFalse();
        }
    }

    private static long notes(TestDatabase database) throws SQLException {
        return number(database, "select count(*) from note");
    }

    private static boolean exists(TestDatabase database, String name) throws SQLException {
        return number(database, "select count(*) from pg_database where datname = '" + name + "'") == 1;
    }
}
