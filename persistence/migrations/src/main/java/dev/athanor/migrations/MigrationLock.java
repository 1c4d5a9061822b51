// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

import dev.athanor.migrations.MigrationEvent.Waiting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The lock that lets one server at a time migrate a database: an advisory lock of the connection's session. It is asked
 * for again and again rather than waited for inside PostgreSQL, because a session waiting there holds a snapshot, for
 * which {@code create index concurrently} of the holder would wait in turn, for ever.
 */
final class MigrationLock implements AutoCloseable {
    /** "athanor" in ASCII; advisory locks are per database. */
    static final long KEY = 0x617468616e6f72L;

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int SECONDS_TO_ANSWER = 5;

    private static final String HELD = """
            from pg_locks l
            where l.locktype = 'advisory' and l.granted and l.objsubid = 1
              and l.database = (select d.oid from pg_database d where d.datname = current_database())
              and l.classid::bigint << 32 | l.objid::bigint = ?
            """;
    private static final String IS_OWN = "select exists (select " + HELD + " and l.pid = pg_backend_pid())";
    private static final String HOLDER = """
            select concat('process ', a.pid, ' of ', a.usename, coalesce(' at ' || host(a.client_addr), ''),
              coalesce(' (' || nullif(a.application_name, '') || ')', ''))
            from pg_stat_activity a where a.pid in (select l.pid
            """ + HELD + ")";

    private final Connection connection;
    private final SessionCare care;

    private MigrationLock(Connection connection, SessionCare care) {
        this.connection = connection;
        this.care = care;
    }

    static MigrationLock acquire(Connection connection, Duration patience, Consumer<MigrationEvent> events)
            throws SQLException {
        long begin = System.nanoTime();
        while (!ask(connection, "select pg_try_advisory_lock(?)")) {
            Duration waited = Duration.ofNanos(System.nanoTime() - begin);
            String holder = holder(connection);
            if (waited.compareTo(patience) >= 0) {
                throw new MigrationException(
                        MigrationError.MIGRATION_LOCKED,
                        "another session has been migrating this database for over " + patience.toSeconds() + " s: "
                                + holder + ". Let it finish, or end it.");
            }
            events.accept(new Waiting(holder, waited));
            pause();
        }
        return new MigrationLock(connection, SessionCare.begin(connection));
    }

    /** Does what needs the lock. */
    <T> T whileHeld(LiquibaseScope.Locked<T> work) throws SQLException {
        return work.run();
    }

    /** That the session is still the one that holds the lock; asked before something is committed. */
    static void verify(Connection connection) throws SQLException {
        if (!ask(connection, IS_OWN)) {
            throw new MigrationException(
                    MigrationError.SESSION_CHANGED,
                    "the connection for migrations no longer leads to the session that holds the lock: a pooler"
                            + " between here and PostgreSQL gives sessions to transactions. Nothing was committed;"
                            + " connect to PostgreSQL itself, or to a pool that keeps sessions.");
        }
    }

    @Override
    public void close() throws SQLException {
        if (!connection.isClosed() && connection.isValid(SECONDS_TO_ANSWER)) {
            care.end();
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

    private static String holder(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HOLDER)) {
            statement.setLong(1, KEY);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() ? answer.getString(1) : "a session that has just ended";
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
}
