// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.insight;

import dev.athanor.orm.event.EventScope;
import dev.athanor.orm.event.Instrument;
import dev.athanor.orm.event.Listeners;
import dev.athanor.orm.event.TransactionEvent;
import dev.athanor.orm.internal.eclipselink.Caller;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Finds transactions that stay open too long, with the stack that opened them. It looks when another begins or ends,
 * and when it is asked. Each is reported once. Thread-safe.
 */
public final class OpenTransactions implements Instrument {
    /** More open ones than these are not kept. */
    private static final int MOST_KEPT = 10_000;

    private static final int MOST_FRAMES = 40;

    private final Duration limit;
    private final Consumer<OpenTransaction> sink;
    private final Set<Opened> open = ConcurrentHashMap.newKeySet();

    private OpenTransactions(Duration limit, Consumer<OpenTransaction> sink) {
        this.limit = limit;
        this.sink = sink;
    }

    /** Warns in the log of those that are open for longer than this. */
    public static OpenTransactions longerThan(Duration limit) {
        return new OpenTransactions(limit, OpenTransactions::log);
    }

    /** The same, with nothing open, where another is told than the log. */
    public OpenTransactions reporting(Consumer<? super OpenTransaction> other) {
        Objects.requireNonNull(other, "other");
        return new OpenTransactions(limit, other::accept);
    }

    @Override
    public Listeners addTo(Listeners listeners) {
        return listeners
                .on(TransactionEvent.AfterBegin.class, this::begun)
                .on(TransactionEvent.AfterCommit.class, event -> ended(event.scope()))
                .on(TransactionEvent.AfterRollback.class, event -> ended(event.scope()));
    }

    private void begun(TransactionEvent.AfterBegin event) {
        check();
        if (open.size() < MOST_KEPT) {
            open.add(opened(event.scope()));
        }
    }

    private Opened opened(EventScope scope) {
        return scope.remembered(this, Opened.class, () -> new Opened(scope.number()));
    }

    private void ended(EventScope scope) {
        check();
        open.remove(opened(scope));
    }

    /** Reports those that are open too long and were not reported yet. */
    public void check() {
        for (Opened one : open) {
            if (one.age().compareTo(limit) > 0 && one.reportOnce()) {
                sink.accept(one.told());
            }
        }
    }

    /** Those that are open now, the oldest first. */
    public List<OpenTransaction> now() {
        return open.stream()
                .map(Opened::told)
                .sorted((one, other) -> other.age().compareTo(one.age()))
                .toList();
    }

    private static void log(OpenTransaction transaction) {
        Logger log = System.getLogger(OpenTransactions.class.getName());
        log.log(Level.WARNING, transaction::toString);
    }

    /** One transaction. It keeps nothing of the session alive. */
    private static final class Opened {
        private final long number;
        private final String thread = Thread.currentThread().getName();
        private final long begun = System.nanoTime();
        private final Place place = new Place();
        private boolean reported;

        Opened(long number) {
            this.number = number;
        }

        Duration age() {
            return Duration.ofNanos(System.nanoTime() - begun);
        }

        synchronized boolean reportOnce() {
            boolean first = !reported;
            reported = true;
            return first;
        }

        OpenTransaction told() {
            return new OpenTransaction(number, thread, age(), place.stack());
        }
    }

    /** Where it was opened: what is told of few is kept in the cheapest way there is. */
    private static final class Place extends Throwable {
        private static final long serialVersionUID = 1L;

        /** From the application's own code on, as far as there is any. */
        List<StackTraceElement> stack() {
            List<StackTraceElement> own = Arrays.stream(getStackTrace())
                    .dropWhile(frame -> !Caller.isOfApplication(frame.getClassName()))
                    .limit(MOST_FRAMES)
                    .toList();
            return own.isEmpty()
                    ? Arrays.stream(getStackTrace()).limit(MOST_FRAMES).toList()
                    : own;
        }
    }
}
