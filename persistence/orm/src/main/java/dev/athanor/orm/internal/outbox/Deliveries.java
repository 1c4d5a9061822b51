// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import dev.athanor.orm.Session;
import dev.athanor.orm.internal.eclipselink.Transactions;
import dev.athanor.orm.outbox.Delivery;
import dev.athanor.orm.outbox.EventContext;
import dev.athanor.orm.outbox.OutboxSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Delivers events, in transactions that claim them, handle them, and note that it is done. Thread-safe. */
final class Deliveries {
    private static final Logger LOG = System.getLogger("dev.athanor.orm.outbox");
    private static final int LONGEST_ERROR = 8000;

    private final Supplier<Transactions> transactions;
    private final OutboxSettings settings;
    private final OutboxRows rows;
    private final Handlers handlers;
    private final BackOff backOff;
    private final BooleanSupplier stopped;
    private final Consumer<Duration> later;
    private final LongAdder delivered = new LongAdder();
    private final LongAdder failed = new LongAdder();

    /**
     * @param stopped whether failures are to be expected, because the world is coming to its end
     * @param later is told when there will be something to deliver again
     */
    Deliveries(
            Supplier<Transactions> transactions,
            OutboxSettings settings,
            OutboxRows rows,
            BooleanSupplier stopped,
            Consumer<Duration> later) {
        this.transactions = transactions;
        this.settings = settings;
        this.rows = rows;
        this.handlers = Handlers.of(settings.handlers());
        this.backOff = new BackOff(settings.firstBackOff(), settings.longestBackOff());
        this.stopped = stopped;
        this.later = later;
    }

    long delivered() {
        return delivered.sum();
    }

    long failed() {
        return failed.sum();
    }

    /** Delivers the next events of a key, in one transaction; whether there may be more. */
    boolean deliver(String key) throws Exception {
        return deliver(key, settings.batch());
    }

    private boolean deliver(String key, int most) throws Exception {
        List<Pending> claimed = new ArrayList<>();
        try {
            transactions.get().<Boolean, Exception>commit(session -> {
                claim(session, key, most, claimed);
                for (Pending event : claimed) {
                    handle(session, event);
                }
                if (!claimed.isEmpty()) {
                    rows.delivered(session, claimed);
                }
                return true;
            });
        } catch (Throwable failure) {
            if (claimed.isEmpty() || stopped.getAsBoolean()) {
                throw failure;
            }
            return claimed.size() == 1 ? failed(claimed.get(0), failure) : oneByOne(key, claimed.size());
        }
        delivered.add(claimed.size());
        return !claimed.isEmpty();
    }

    private void claim(Session session, String key, int most, List<Pending> claimed) {
        Optional<Pending> head = rows.claim(session, key);
        head.ifPresent(claimed::add);
        head.ifPresent(event -> claimed.addAll(rows.followers(session, event, most - 1)));
    }

    /** Those before the one that fails are delivered, and it is known which that is. */
    private boolean oneByOne(String key, int number) throws Exception {
        boolean more = true;
        for (int i = 0; more && i < number; i++) {
            more = deliver(key, 1);
        }
        return more;
    }

    private void handle(Session session, Pending event) throws Exception {
        Delivery delivery = new Delivery(
                event.number(),
                event.key(),
                event.type(),
                Payloads.readHeaders(event.headers()),
                event.recordedAt(),
                event.attempts() + 1,
                session);
        Callable<Boolean> handling = () -> {
            handlers.handle(event.payload(), delivery);
            return true;
        };
        for (EventContext context : settings.contexts()) {
            Callable<Boolean> inner = handling;
            handling = () -> {
                context.around(delivery, inner);
                return true;
            };
        }
        handling.call();
    }

    /** Whether the next of the key may be delivered. */
    private boolean failed(Pending event, Throwable failure) throws Exception {
        failed.increment();
        int attempts = event.attempts() + 1;
        boolean dead = attempts >= settings.attempts();
        Duration pause = backOff.after(attempts);
        log(event, failure, pause, dead);
        boolean noted = transactions
                .get()
                .<Boolean, Exception>commit(session -> rows.failed(session, event, shown(failure), pause, dead));
        if (noted && !dead) {
            later.accept(pause);
        }
        return dead;
    }

    /** With the whole of the failure in the end; until then it is in the table. */
    private void log(Pending event, Throwable failure, Duration pause, boolean dead) {
        String what = "event " + event.number() + " (" + event.type() + ") of " + settings.table()
                + " was not delivered, attempt " + (event.attempts() + 1);
        if (dead) {
            LOG.log(Level.ERROR, what + ": it is a dead letter", failure);
        } else {
            LOG.log(Level.WARNING, what + "; it is tried again in " + pause + ": " + failure);
        }
    }

    private static String shown(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        String whole = trace.toString().replace("\0", "");
        return whole.substring(0, Math.min(whole.length(), LONGEST_ERROR));
    }
}
