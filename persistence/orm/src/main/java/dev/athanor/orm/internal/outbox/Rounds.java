// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import dev.athanor.orm.internal.eclipselink.Transactions;
import dev.athanor.orm.outbox.OutboxSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Looks for keys whose next events are due: those that notifications tell, and now and then all. Its own thread's, but
 * for what others are to tell it.
 */
final class Rounds implements Runnable {
    private static final int KEYS_AT_ONCE = 1000;
    private static final int MANY_WAITING = 2000;

    /** So long it does not notice that it is to stop, or to be sooner. */
    private static final long SLICE = 250;

    private static final long SHORTEST = 10;
    private static final long AFTER_FAILURE = 1000;

    private final Supplier<Transactions> transactions;
    private final OutboxSettings settings;
    private final OutboxRows rows;
    private final Crew crew;
    private final CountDownLatch stopped;
    private final NotificationSource notifications;
    private final Runnable chores;
    private final Troubles troubles;
    private final long origin = System.nanoTime();
    private final AtomicLong next = new AtomicLong();
    private String after = "";
    private long nextChores;

    Rounds(
            Supplier<Transactions> transactions,
            OutboxSettings settings,
            OutboxRows rows,
            Crew crew,
            CountDownLatch stopped,
            NotificationSource notifications,
            Runnable chores,
            Troubles troubles) {
        this.transactions = transactions;
        this.settings = settings;
        this.rows = rows;
        this.crew = crew;
        this.stopped = stopped;
        this.notifications = notifications;
        this.chores = chores;
        this.troubles = troubles;
    }

    private long now() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - origin);
    }

    /** There will be something to deliver after this time. */
    void atLatestIn(Duration time) {
        next.accumulateAndGet(now() + Math.max(SHORTEST, time.toMillis()), Math::min);
    }

    @Override
    public void run() {
        try {
            while (stopped.getCount() > 0) {
                go();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void go() throws InterruptedException {
        try (Notifications told = notifications.open(stopped)) {
            next.set(now()); // what was told before
            while (stopped.getCount() > 0) {
                if (now() >= next.get()) {
                    told.check();
                    look();
                    keepHouse();
                    troubles.none();
                }
                long wait = Math.max(1, Math.min(SLICE, next.get() - now()));
                told.await(wait).forEach(this::told);
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            if (!stopped.await(AFTER_FAILURE, TimeUnit.MILLISECONDS)) {
                troubles.report("events are not looked for", e);
            }
        }
    }

    private void keepHouse() {
        if (now() >= nextChores) {
            nextChores = now() + settings.poll().toMillis();
            chores.run();
        }
    }

    private void told(String key) {
        if (key.isEmpty()) {
            atLatestIn(Duration.ZERO);
        } else {
            crew.offer(key);
        }
    }

    /** Keys come by their names, round and round, so that none is forgotten for another that always has events. */
    private void look() {
        next.set(now() + settings.poll().toMillis());
        boolean whole = after.isEmpty();
        do {
            if (crew.waiting() >= MANY_WAITING) {
                atLatestIn(Duration.ZERO);
                return;
            }
            List<Head> heads =
                    transactions.get().<List<Head>, RuntimeException>read(session -> rows.heads(session, after, KEYS_AT_ONCE));
            heads.forEach(this::found);
            after = heads.size() < KEYS_AT_ONCE ? "" : heads.get(heads.size() - 1).key();
        } while (!after.isEmpty());
        if (!whole) {
            atLatestIn(Duration.ZERO);
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
