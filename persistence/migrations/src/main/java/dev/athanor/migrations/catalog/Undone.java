// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.catalog;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What happens on a connection until it is closed leaves nothing behind. For one thread. */
final class Undone implements AutoCloseable {
    private static final String SAVEPOINT = "athanor_catalog";

    private final Connection connection;
    private final boolean ownTransaction;

    private Undone(Connection connection, boolean ownTransaction) {
        this.connection = connection;
        this.ownTransaction = ownTransaction;
    }

    static Undone begin(Connection connection) throws SQLException {
        boolean ownTransaction = connection.getAutoCommit();
        if (ownTransaction) {
            connection.setAutoCommit(false);
        } else {
            run(connection, "savepoint " + SAVEPOINT);
        }
        return new Undone(connection, ownTransaction);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        if (ownTransaction) {
            connection.rollback();
            connection.setAutoCommit(true);
        } else {
            run(connection, "rollback to savepoint " + SAVEPOINT);
            run(connection, "release savepoint " + SAVEPOINT);
        }
    }
}
