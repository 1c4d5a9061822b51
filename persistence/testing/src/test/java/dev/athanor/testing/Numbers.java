// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Numbers that queries give. */
final class Numbers {
    private Numbers() {}

    static long number(TestDatabase database, String query) throws SQLException {
        return number(database.dataSource(), query);
    }

    static long number(DataSource source, String query) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return number(connection, query);
        }
    }

    static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
