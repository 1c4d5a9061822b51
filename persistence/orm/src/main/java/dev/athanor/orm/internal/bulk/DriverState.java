// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/**
 * What the driver of PostgreSQL knows of a transaction without asking. Where the application cannot see its classes,
 * this one cannot be used. Thread-safe.
 */
public final class DriverState {
    private DriverState() {}

    /** Whether a statement has failed in it, and that was not undone: a commit would be a rollback. */
    public static boolean isAborted(Connection connection) throws SQLException {
        return connection.isWrapperFor(BaseConnection.class)
                && connection.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED;
    }
}
