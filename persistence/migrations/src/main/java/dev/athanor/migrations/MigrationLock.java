// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The lock that lets one server at a time migrate a database: an advisory lock of the connection's session. It is asked
 * for again and again rather than waited for inside PostgreSQL, because a session waiting there holds a snapshot, for
 * which {@code create index concurrently} of the holder would wait in turn, for ever.
 */
final class MigrationLock implements AutoCloseable {
    /** "athanor" in ASCII; advisory locks are per database. */
    static final long KEY = 0x617468616e6f72L;

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Connection connection;

    private MigrationLock(Connection connection) {
        this.connection = connection;
    }

    static MigrationLock acquire(Connection connection, Duration patience) throws SQLException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ask(connection, "select pg_try_advisory_lock(?)")) {
            if (System.nanoTime() >= deadline) {
                throw new MigrationException(
                        MigrationError.MIGRATION_LOCKED,
                        "another session has been migrating this database for over " + patience.toSeconds()
                                + " s. Let it finish, or end it (pg_locks shows it as the holder of an advisory lock).");
            }
            pause();
        }
        return new MigrationLock(connection);
    }

    /** Does what needs the lock. */
    void whileHeld(Work work) throws SQLException {
        work.run();
    }

    @Override
    public void close() throws SQLException {
        if (!connection.isClosed() && connection.isValid(5)) {
            ask(connection, "select pg_advisory_unlock(?)");
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setLong(1, KEY);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationException(
                    MigrationError.MIGRATION_LOCKED, "interrupted while waiting for another session's migration", e);
        }
    }

    /** What needs the lock. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }
}
