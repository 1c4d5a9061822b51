// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import dev.athanor.orm.internal.eclipselink.Transactions;
import dev.athanor.orm.outbox.OutboxSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Looks for keys whose next events are due: at each poll, and when there is reason to. A task of its own; what others
 * tell it is thread-safe.
 */
final class Rounds implements Runnable {
    private static final int KEYS_AT_ONCE = 1000;
    private static final int MANY_WAITING = 2000;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final long HEARTBEAT = TimeUnit.SECONDS.toNanos(1);
    private static final Duration SHORTLY = Duration.ofMillis(10);

    private final Supplier<Transactions> transactions;
    private final OutboxSettings settings;
    private final OutboxRows rows;
    private final Crew crew;
    private final Runnable chores;
    private final Threads threads;
    private final Runnable ending;
    private final Troubles troubles;
    private final Troubles ofThreads;
    private long next = System.nanoTime();
    private boolean closed;
    private long beaten = System.nanoTime();
    private long nextChores = System.nanoTime();
    private String after = "";

    /**
     * @param chores what is to be done beside at each poll
     * @param ending what closes all, if the threads are to end
     */
    Rounds(
            Supplier<Transactions> transactions,
            OutboxSettings settings,
            OutboxRows rows,
            Crew crew,
            Runnable chores,
            Threads threads,
            Runnable ending) {
        this.transactions = transactions;
        this.settings = settings;
        this.rows = rows;
        this.crew = crew;
        this.chores = chores;
        this.threads = threads;
        this.ending = ending;
        this.troubles = new Troubles(settings.table());
        this.ofThreads = new Troubles(settings.table());
    }

    /** There will be something to deliver after this time. */
    synchronized void atLatestIn(Duration time) {
        long wanted = System.nanoTime() + time.toNanos();
        if (wanted - next < 0) {
            next = wanted;
            notifyAll();
        }
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    @Override
    public void run() {
        try {
            while (awaitNext()) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether there is a next time. */
    private synchronized boolean awaitNext() throws InterruptedException {
        long left = next - System.nanoTime();
        while (!closed && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, Math.min(left, HEARTBEAT));
            left = next - System.nanoTime();
            beat();
        }
        beat();
        next = System.nanoTime() + settings.poll().toNanos();
        return !closed;
    }

    private void beat() {
        if (System.nanoTime() - beaten >= HEARTBEAT) {
            beaten = System.nanoTime();
            if (!areThreadsOpen()) {
                ending.run();
            }
        }
    }

    /** What keeps them from answering is not their end: they are asked again. */
    private boolean areThreadsOpen() {
        try {
            boolean open = threads.areOpen();
            ofThreads.none();
            return open;
        } catch (RuntimeException | Error e) {
            ofThreads.report("its threads do not answer", e);
            return true;
        }
    }

    private void look() {
        try {
            goRound();
            if (System.nanoTime() - nextChores >= 0) {
                nextChores = System.nanoTime() + settings.poll().toNanos();
                chores.run();
            }
            troubles.none();
        } catch (RuntimeException | Error e) { // nobody else would look for events from then on
            if (!isClosed()) {
                troubles.report("events are not looked for", e);
                atLatestIn(AFTER_FAILURE);
            }
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Keys come by their names, round and round, so that none is forgotten for another that always has events. */
    private void goRound() {
        boolean whole = after.isEmpty();
        do {
            if (crew.waiting() >= MANY_WAITING) {
                atLatestIn(SHORTLY);
                return;
            }
            List<Head> heads = transactions
                    .get()
                    .<List<Head>, RuntimeException>read(session -> rows.heads(session, after, KEYS_AT_ONCE));
            heads.forEach(this::found);
            after = heads.size() < KEYS_AT_ONCE
                    ? ""
                    : heads.get(heads.size() - 1).key();
        } while (!after.isEmpty());
        if (!whole) {
            atLatestIn(SHORTLY);
        }
    }

    private void found(Head head) {
        if (head.isDue()) {
            crew.offer(head.key());
        } else {
            atLatestIn(Duration.ofMillis(head.millis()));
        }
    }
}
