// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/**
 * Cancels what runs on a connection, by the driver of PostgreSQL. Where the application cannot see its classes, this
 * one cannot be used. Thread-safe.
 */
public final class DriverCancel {
    private final PGConnection connection;

    private DriverCancel(PGConnection connection) {
        this.connection = connection;
    }

    /** Whether a connection is one of the driver's that the application sees. */
    public static boolean isPossible(Connection connection) throws SQLException {
        return connection.isWrapperFor(PGConnection.class);
    }

    /** That of a connection. */
    public static DriverCancel of(Connection connection) throws SQLException {
        return new DriverCancel(connection.unwrap(PGConnection.class));
    }

    /** Sends it, and waits until the server has passed it on. */
    public void send() throws SQLException {
        connection.cancelQuery();
    }
}
