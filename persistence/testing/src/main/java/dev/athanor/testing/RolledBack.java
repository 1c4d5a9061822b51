// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One connection in one transaction that never commits. Whoever uses it sees what was committed before, and rolls back
 * to there. For one thread at a time.
 */
final class RolledBack implements AutoCloseable {
    private final Connection connection;
    private Savepoint committed;
    private boolean autoCommit = true;

    private RolledBack(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        committed = connection.setSavepoint();
    }

    static RolledBack on(DataSource source) throws SQLException {
        return new RolledBack(source.getConnection());
    }

    DataSource dataSource() {
        Connection shared = Proxies.of(Connection.class, (self, method, arguments) -> switch (method.getName()) {
            case "isClosed" -> false;
            case "getAutoCommit" -> autoCommit;
            default -> steered(method.getName(), arguments) ? null : Proxies.call(connection, method, arguments);
        });
        CurrentDataSource source = new CurrentDataSource();
        source.lead(Proxies.of(DataSource.class, (self, method, arguments) -> shared));
        return source;
    }

    /** Whether a call is about the transaction, or the end of the connection, and is done therefore. */
    private boolean steered(String method, @Nullable Object @Nullable [] arguments) throws SQLException {
        switch (method) {
            case "commit" -> commit();
            case "close" -> close(autoCommit);
            case "setAutoCommit" -> autoCommit(arguments != null && Boolean.TRUE.equals(arguments[0]));
            case "rollback" -> {
                if (arguments != null) {
                    return false;
                }
                connection.rollback(committed);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void commit() throws SQLException {
        connection.releaseSavepoint(committed);
        committed = connection.setSavepoint();
    }

    private void autoCommit(boolean wanted) throws SQLException {
        if (wanted != autoCommit) {
            commit();
        }
        autoCommit = wanted;
    }

    /** Work that is not committed is lost then. */
    private void close(boolean nothingOpen) throws SQLException {
        if (!nothingOpen) {
            connection.rollback(committed);
        }
        autoCommit = true;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }
}
