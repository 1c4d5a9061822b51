// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.data;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Two loops, of which the second fails at rows that a table names; deadlocks are what that table says. */
public final class Stumbling implements DataMigration {
    @Override
    public void forward(Batches batches) throws SQLException {
        batches.ofKeys("account", "id", (connection, keys) -> run(connection, keys, "balance = balance + 1"));
        batches.ofKeys("account", "owner", (connection, keys) -> {
            run(connection, keys, "balance = balance + 10");
            stumble(connection, keys);
        });
    }

    private static void run(Connection connection, KeyRange keys, String set) throws SQLException {
        try (Statement update = connection.createStatement()) {
            update.executeUpdate("update account set " + set + " where " + keys.condition());
        }
    }

    private static void stumble(Connection connection, KeyRange keys) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(
                        "select state from stone where nextval('stumbled') <= times and " + keys.condition())) {
            if (row.next()) {
                throw new SQLException("stumbled at " + keys.last(), row.getString(1));
            }
        }
    }
}
