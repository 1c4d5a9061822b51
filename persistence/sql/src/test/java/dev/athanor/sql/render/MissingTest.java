// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.testing.PostgresTest;
import dev.athanor.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is taken for null where one of its parts is. */
@PostgresTest
class MissingTest {
    @Test
    void theDatabaseSaysSoOfEveryFunction(TestDatabase database) throws SQLException {
        Set<String> strict = new TreeSet<>();
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "select proname from pg_proc where proname = any (?) group by proname having bool_and(proisstrict)")) {
            statement.setArray(1, connection.createArrayOf("text", Missing.STRICT.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    strict.add(rows.getString(1));
                }
            }
        }
        assertThat(strict).isEqualTo(new TreeSet<>(Missing.STRICT));
    }
}
