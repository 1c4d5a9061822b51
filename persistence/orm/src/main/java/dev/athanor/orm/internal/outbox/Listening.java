// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Listens to PostgreSQL, on a connection of its own. Loaded only where the application sees the driver's classes. For
 * one thread.
 */
final class Listening implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;

    private final Connection connection;
    private final PGConnection driver;

    private Listening(Connection connection, PGConnection driver) {
        this.connection = connection;
        this.driver = driver;
    }

    /** Whether a connection is one of the driver's that the application sees. */
    static boolean isPossible(Connection connection) throws SQLException {
        return connection.isWrapperFor(PGConnection.class);
    }

    /** From now on. */
    static Listening on(Connection connection, OutboxSql sql) throws SQLException {
        connection.setAutoCommit(true);
        Listening listening = new Listening(connection, connection.unwrap(PGConnection.class));
        listening.run(sql.listen());
        return listening;
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The keys that come meanwhile, as soon as there are some; an empty one stands for any. */
    List<String> await(int millis) throws SQLException {
        PGNotification[] told = driver.getNotifications(millis);
        return told == null
                ? List.of()
                : Arrays.stream(told).map(PGNotification::getParameter).toList();
    }

    /** A server that is gone without a word is silent for ever. */
    void check() throws SQLException {
        if (!connection.isValid(PATIENCE_SECONDS)) {
            throw new SQLException("the connection that listens is broken");
        }
    }

    /** A pool hands the connection to others, who do not want to listen. */
    @Override
    public void close() throws SQLException {
        run("unlisten *");
    }
}
