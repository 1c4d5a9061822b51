// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.async;

import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.Task;
import dev.athanor.orm.Work;
import dev.athanor.orm.internal.Once;
import dev.athanor.orm.internal.eclipselink.Interruption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Units of work on other threads, each in a transaction and with a session of its own; those of the caller are not
 * theirs. A result that is cancelled, or takes too long, cancels the statement that runs and rolls the transaction
 * back. Thread-safe.
 *
 * <pre>{@code
 * AsyncSessions async = AsyncSessions.of(sessions, executor);
 * CompletableFuture<Long> articles = async.read(session -> session.count(select(art)));
 * CompletableFuture<Void> renamed = async.transaction(session -> author(session, 1).rename("Augusta"));
 * }</pre>
 */
public final class AsyncSessions implements AutoCloseable {
    /** How long {@link #close} waits for what is at work. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SessionFactory sessions;
    private final Workers workers;
    private final Supplier<Duration> timeout;
    private final Turns turns;

    private AsyncSessions(SessionFactory sessions, Workers workers, Supplier<Duration> timeout, Turns turns) {
        this.sessions = sessions;
        this.workers = workers;
        this.timeout = timeout;
        this.turns = turns;
    }

    /** Units of work on the threads of an executor, which stays the caller's. */
    public static AsyncSessions of(SessionFactory sessions, Executor executor) {
        return of(sessions, Workers.of(executor), AsyncSettings.standard());
    }

    /** Units of work on these threads. */
    public static AsyncSessions of(SessionFactory sessions, Workers workers, AsyncSettings settings) {
        return of(sessions, workers, () -> settings);
    }

    /** The same, whose settings are asked for when there is first something to do. */
    public static AsyncSessions of(
            SessionFactory sessions, Workers workers, Supplier<? extends AsyncSettings> settings) {
        Supplier<AsyncSettings> known = new Once<>(settings);
        return new AsyncSessions(sessions, workers, () -> known.get().timeout(), new Turns(workers, known));
    }

    /** The same, with so much time for each unit of work. */
    public AsyncSessions within(Duration limit) {
        Duration checked = AsyncSettings.standard().timeout(limit).timeout();
        return new AsyncSessions(sessions, workers, () -> checked, turns);
    }

    /** Does something in a transaction, which commits; if it throws, everything is rolled back. */
    @SuppressWarnings("NullAway") // the only value that there is of Void
    public CompletableFuture<Void> transaction(Task<?> task) {
        return transactionResult(session -> {
            task.run(session);
            return null;
        });
    }

    /**
     * Does something in a transaction, which commits, and leads to its result; if it throws, everything is rolled back.
     */
    public <T> CompletableFuture<T> transactionResult(Work<T, ?> work) {
        SessionFactory own = sessions.forClientServedNow();
        return start(
                interruption -> own.<T, Exception>transactionResult(session -> interruption.writing(session, work)));
    }

    /** Reads in a transaction in which the database refuses to write; what is changed in entities is not written. */
    public <T> CompletableFuture<T> read(Work<T, ?> work) {
        SessionFactory own = sessions.forClientServedNow();
        return start(interruption -> own.<T, Exception>read(session -> interruption.reading(session, work)));
    }

    /**
     * Reads at the same time, each in a transaction of its own; the results are in the order of what reads them. If one
     * fails, the others are cancelled.
     */
    public <T> CompletableFuture<List<T>> readAll(List<? extends Work<? extends T, ?>> works) {
        return new Gathering<T>(works.stream().map(this::<T>widened).toList()).gathered(workers.newIncompleteFuture());
    }

    private <T> CompletableFuture<T> widened(Work<? extends T, ?> work) {
        return read(work::run);
    }

    /** Reads two things at the same time, and makes one of them. If one fails, the other is cancelled. */
    public <A, B, T> CompletableFuture<T> readBoth(
            Work<A, ?> first, Work<B, ?> second, BiFunction<? super A, ? super B, ? extends T> joined) {
        CompletableFuture<A> one = read(first);
        CompletableFuture<B> other = read(second);
        CompletableFuture<T> both = workers.newIncompleteFuture();
        return new Gathering<Object>(List.of(one, other)).gathered(both, () -> joined.apply(one.join(), other.join()));
    }

    private <T> CompletableFuture<T> start(Job.Transaction<T> transaction) {
        return new Job<>(workers, turns, transaction, new Interruption(sessions)).start(timeout.get());
    }

    /** What has become of units of work. */
    public AsyncFigures figures() {
        return turns.figures();
    }

    /**
     * Takes no more, stops what waits and what is at work, and waits ten seconds for that to end. A server does so when
     * the application ends.
     */
    @Override
    public void close() {
        turns.close(PATIENCE);
    }
}
