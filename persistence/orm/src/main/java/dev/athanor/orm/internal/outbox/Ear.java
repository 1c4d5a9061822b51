// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Hears of keys whose events were recorded, and listens again when a connection was lost. A task of its own, which does
 * nothing else: a server takes connections back from threads that begin transactions.
 */
final class Ear implements Runnable {
    private static final Logger LOG = System.getLogger("dev.athanor.orm.outbox");

    /** So long it does not notice that it is to stop. */
    private static final int SLICE = 250;

    private static final long AFTER_FAILURE = 1000;

    private final OwnConnection connections;
    private final OutboxSql sql;
    private final Crew crew;
    private final Rounds rounds;
    private final Duration check;
    private final CountDownLatch stopped;
    private final Troubles troubles;

    /** @param check how often it is asked whether the connection is there at all */
    Ear(
            OwnConnection connections,
            OutboxSql sql,
            Crew crew,
            Rounds rounds,
            Duration check,
            CountDownLatch stopped,
            Troubles troubles) {
        this.connections = connections;
        this.sql = sql;
        this.crew = crew;
        this.rounds = rounds;
        this.check = check;
        this.stopped = stopped;
        this.troubles = troubles;
    }

    @Override
    public void run() {
        try {
            boolean possible = true;
            while (possible && stopped.getCount() > 0) {
                possible = listen();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Until it fails; whether it may be tried again. */
    private boolean listen() throws InterruptedException {
        try (Connection connection = connections.open()) {
            if (!isPossible(connection)) {
                LOG.log(
                        Level.WARNING,
                        sql.table() + ": nobody can listen on this data source; events wait for the next poll");
                return false;
            }
            listen(connection);
        } catch (SQLException | RuntimeException | Error e) {
            if (!stopped.await(AFTER_FAILURE, TimeUnit.MILLISECONDS)) {
                troubles.report("nobody listens", e);
            }
        }
        return true;
    }

    private static boolean isPossible(Connection connection) throws SQLException {
        try {
            return Listening.isPossible(connection);
        } catch (NoClassDefFoundError e) {
            return false; // the application does not see the driver
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (Listening listening = Listening.on(connection, sql)) {
            rounds.atLatestIn(Duration.ZERO); // for what nobody has heard
            troubles.none();
            long checked = System.nanoTime();
            while (stopped.getCount() > 0) {
                listening.await(SLICE).forEach(this::heard);
                if (System.nanoTime() - checked > check.toNanos()) {
                    listening.check();
                    checked = System.nanoTime();
                }
            }
        }
    }

    private void heard(String key) {
        if (key.isEmpty()) {
            rounds.atLatestIn(Duration.ZERO);
        } else {
            crew.offer(key);
        }
    }

    /** Where its connection comes from. */
    @FunctionalInterface
    interface OwnConnection {
        Connection open() throws SQLException;
    }
}
