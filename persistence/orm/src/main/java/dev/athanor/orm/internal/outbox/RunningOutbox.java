// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.insight.GaugeRegistry;
import dev.athanor.orm.internal.eclipselink.FirstUse;
import dev.athanor.orm.internal.eclipselink.OwnConnections;
import dev.athanor.orm.internal.eclipselink.Transactions;
import dev.athanor.orm.outbox.OutboxFigures;
import dev.athanor.orm.outbox.OutboxSettings;
import jakarta.persistence.EntityManagerFactory;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What delivers the events of an outbox, from its start to its end. Thread-safe. */
public final class RunningOutbox implements AutoCloseable {
    private static final Logger LOG = System.getLogger("dev.athanor.orm.outbox");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int IN_A_ROW = 100;

    private final EntityManagerFactory factory;
    private final SessionSettings sessions;
    private final OutboxSettings settings;
    private final Threads threads;
    private final Duration patience;
    private final OutboxRows rows;
    private final Troubles troubles;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final CountDownLatch ended;
    private final Crew crew;
    private final Deliveries deliveries;
    private final Rounds rounds;
    private @Nullable Transactions told;
    private @Nullable Transactions quiet;
    private volatile OutboxFigures lastFigures = new OutboxFigures(0, Duration.ZERO, 0, 0, 0);

    public RunningOutbox(
            EntityManagerFactory factory, SessionSettings sessions, OutboxSettings settings, Threads threads) {
        this(factory, sessions, settings, threads, PATIENCE);
    }

    /** @param patience for how long deliveries that are under way may go on when it is closed */
    RunningOutbox(
            EntityManagerFactory factory,
            SessionSettings sessions,
            OutboxSettings settings,
            Threads threads,
            Duration patience) {
        this.factory = factory;
        this.sessions = sessions;
        this.settings = settings;
        this.threads = threads;
        this.patience = patience;
        this.rows = new OutboxRows(settings);
        this.troubles = new Troubles(settings.table());
        this.ended = new CountDownLatch(settings.isNotifying() ? 2 : 1);
        this.crew = new Crew(settings.workers(), threads, this::deliver);
        this.rounds = new Rounds(this::quiet, settings, rows, crew, this::keepHouse, threads, this::stop);
        this.deliveries = new Deliveries(this::told, settings, rows, () -> stopped.getCount() == 0, rounds::atLatestIn);
    }

    /** An error if its handlers do not fit together. */
    public static void check(OutboxSettings settings) {
        Handlers.of(settings.handlers());
    }

    /** Those that deliver. Known when they are needed: the database may not be there when an application starts. */
    private synchronized Transactions told() {
        if (told == null) {
            FirstUse.of(factory);
            told = Transactions.of(factory, () -> sessions);
        }
        return told;
    }

    /** Those that only look after the table, of which no listener need hear. */
    private synchronized Transactions quiet() {
        if (quiet == null) {
            FirstUse.of(factory);
            quiet = Transactions.of(factory, SessionSettings::standard);
        }
        return quiet;
    }

    /** Begins. */
    public void start() {
        execute(rounds);
        if (settings.isNotifying()) {
            execute(new Ear(
                    this::ownConnection,
                    rows.sql(),
                    crew,
                    rounds,
                    settings.poll(),
                    stopped,
                    new Troubles(settings.table())));
        }
    }

    private void execute(Runnable task) {
        threads.execute(() -> {
            try {
                task.run();
            } finally {
                ended.countDown();
            }
        });
    }

    private boolean deliver(String key) {
        try {
            boolean more = true;
            for (int i = 0; more && i < IN_A_ROW && stopped.getCount() > 0; i++) {
                more = deliveries.deliver(key);
                troubles.none();
            }
            return more;
        } catch (Exception | Error e) {
            if (stopped.getCount() > 0) {
                troubles.report("events are not delivered", e);
            }
            return false;
        }
    }

    private Connection ownConnection() throws SQLException {
        DataSource own = settings.listeningOn().orElse(null);
        if (own != null) {
            return own.getConnection();
        }
        FirstUse.of(factory);
        return OwnConnections.open(factory);
    }

    private void keepHouse() {
        if (!settings.kept().isZero()) {
            purge();
        }
        lastFigures = figures();
    }

    private void purge() {
        int purged;
        do {
            purged = quiet().<Integer, RuntimeException>commit(rows::purge);
        } while (purged > 0 && stopped.getCount() > 0);
    }

    /** How it fares now. */
    public OutboxFigures figures() {
        return quiet().<OutboxFigures, RuntimeException>read(
                        session -> rows.figures(session, deliveries.delivered(), deliveries.failed()));
    }

    /** Gives its figures, those of the table as they were when it was last looked at. */
    public void register(GaugeRegistry registry) {
        registry.gauge("athanor.outbox.backlog", () -> lastFigures.backlog());
        registry.gauge("athanor.outbox.oldestMillis", () -> lastFigures.oldest().toMillis());
        registry.gauge("athanor.outbox.dead", () -> lastFigures.dead());
        registry.gauge("athanor.outbox.delivered", deliveries::delivered);
        registry.gauge("athanor.outbox.failed", deliveries::failed);
    }

    private void stop() {
        stopped.countDown();
        rounds.close();
        crew.close();
    }

    /** Begins no more deliveries, waits a while for those under way, and interrupts those that do not end. */
    @Override
    public void close() {
        stop();
        boolean done = crew.awaitEnd(patience.toMillis());
        if (!done) {
            LOG.log(Level.WARNING, settings.table() + ": deliveries are interrupted that do not end");
        }
        awaitTasks();
        threads.close();
    }

    private void awaitTasks() {
        try {
            if (!ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.log(Level.WARNING, settings.table() + ": tasks are interrupted that do not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
