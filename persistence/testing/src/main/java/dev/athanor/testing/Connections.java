// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.ConnectionEvent;
import javax.sql.ConnectionEventListener;
import javax.sql.DataSource;
import org.postgresql.ds.PGPooledConnection;

/**
 * The connections to one database. Those that are closed are made as new and given again: each costs PostgreSQL a
 * process, which takes longer than what most tests do with it. Thread-safe.
 */
final class Connections implements AutoCloseable {
    private static final String NO_SUCH_DATABASE = "3D000";

    private final DataSource source;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;
    private volatile boolean gone;

    Connections(DataSource source) {
        this.source = source;
    }

    DataSource dataSource() {
        return Proxies.of(DataSource.class, (self, method, arguments) -> {
            boolean wanted = method.getName().equals("getConnection") && arguments == null;
            return wanted ? connection() : Proxies.call(source, method, arguments);
        });
    }

    private Connection connection() throws SQLException {
        if (gone) {
            throw new SQLException("the database of the test is gone", NO_SUCH_DATABASE);
        }
        Connection known = idle.pollFirst();
        Connection real = known == null ? source.getConnection() : known;
        PGPooledConnection given = new PGPooledConnection(real, true);
        given.addConnectionEventListener(new Return(real));
        return given.getConnection();
    }

    private void takeBack(Connection real) {
        try {
            renew(real);
            idle.addFirst(real);
        } catch (SQLException e) {
            end(real);
        }
        if (closed) {
            endIdle();
        }
    }

    /** Nothing is left of what its last user set, made or locked. */
    private static void renew(Connection real) throws SQLException {
        real.setAutoCommit(true);
        real.setReadOnly(false);
        real.setHoldability(ResultSet.CLOSE_CURSORS_AT_COMMIT);
        real.setNetworkTimeout(Runnable::run, 0);
        try (Statement statement = real.createStatement()) {
            statement.execute("discard all");
        }
    }

    private void endIdle() {
        for (Connection real = idle.pollFirst(); real != null; real = idle.pollFirst()) {
            end(real);
        }
    }

    private static void end(Connection real) {
        try {
            real.close();
        } catch (SQLException e) {
            // The server has ended it already.
        }
    }

    /** Ends those that nobody uses, and from now on each that is closed. */
    @Override
    public void close() {
        closed = true;
        endIdle();
    }

    /** The database is about to be dropped: there are none, as if it were already. */
    void end() {
        gone = true;
        close();
    }

    /** Takes a connection back when its user closes it. */
    private final class Return implements ConnectionEventListener {
        private final Connection real;

        Return(Connection real) {
            this.real = real;
        }

        @Override
        public void connectionClosed(ConnectionEvent event) {
            takeBack(real);
        }

        @Override
        public void connectionErrorOccurred(ConnectionEvent event) {
            // It shows when the connection is taken back.
        }
    }
}
