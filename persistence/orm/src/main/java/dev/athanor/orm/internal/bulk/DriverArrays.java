// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.bulk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.postgresql.core.BaseConnection;
import org.postgresql.jdbc.PgArray;
import org.postgresql.jdbc.PreferQueryMode;

/**
 * Binds arrays of bytes, by the driver of PostgreSQL. Where the application cannot see its classes, this one cannot be
 * used.
 */
final class DriverArrays {
    private DriverArrays() {}

    /** Whether a connection is one of the driver's that the application sees, and sends bytes. */
    static boolean isPossible(Connection connection) throws SQLException {
        return connection.isWrapperFor(BaseConnection.class)
                && connection.unwrap(BaseConnection.class).getPreferQueryMode() != PreferQueryMode.SIMPLE;
    }

    static void bind(PreparedStatement statement, int index, int type, byte[] bytes) throws SQLException {
        BaseConnection connection = statement.getConnection().unwrap(BaseConnection.class);
        statement.setArray(index, new PgArray(connection, type, bytes));
    }
}
