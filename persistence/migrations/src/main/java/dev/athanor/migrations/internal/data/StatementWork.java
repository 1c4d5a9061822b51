// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.internal.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Migrations of rows by a statement. */
final class StatementWork {
    private StatementWork() {}

    static DataRun.Work repeated(String sql) {
        return batches -> batches.untilNothingIsLeft(connection -> changed(connection, sql));
    }

    static DataRun.Work ofKeys(String sql, String table, String key) {
        return batches -> batches.ofKeys(
                table,
                key,
                (connection, keys) -> changed(connection, sql.replace(DataChange.KEYS, "(" + keys.condition() + ")")));
    }

    private static long changed(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeLargeUpdate(sql);
        }
    }
}
