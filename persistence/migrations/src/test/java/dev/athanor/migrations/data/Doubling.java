// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Would show if a row were met twice. */
// region doubling
public final class Doubling implements ReversibleDataMigration {
    @Override
    public void forward(Batches batches) throws SQLException {
        batches.ofKeys("account", "id", (connection, keys) -> update(connection, "balance * 2", keys));
    }

    @Override
    public void backward(Batches batches) throws SQLException {
        batches.ofKeys("account", "id", (connection, keys) -> update(connection, "balance / 2", keys));
    }

    private static void update(Connection connection, String balance, KeyRange keys) throws SQLException {
        try (Statement update = connection.createStatement()) {
            update.executeUpdate("update account set balance = " + balance + " where " + keys.condition());
        }
    }
}
// endregion
