// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import dev.athanor.it.TestServerSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** The database of the server, for tests that run beside it. */
final class Database {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Database() {}

    static void execute(String sql) {
        try {
            TestServerSession.server().execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    /** One that is beside all of the server's. */
    static Connection connection() throws SQLException {
        return TestServerSession.server().connectToData();
    }

    /** Waits until so many of the server's connections wait for locks. */
    static void awaitLocked(int many) throws SQLException {
        Instant deadline = Instant.now().plus(PATIENCE);
        String waiting =
                "select count(*) from pg_stat_activity where application_name = 'athanor' and wait_event_type ="
                        + " 'Lock'";
        while (TestServerSession.server().number(waiting) < many) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("nobody waits for a lock");
            }
            Thread.onSpinWait();
        }
    }

    /** The number that a query gives. */
    static long number(String query) {
        try {
            return TestServerSession.server().count(query);
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }
}
