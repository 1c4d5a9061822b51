// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.async;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.internal.eclipselink.Interruption;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A unit of work that is to be done: it waits for its turn, is at work, or has ended. Whatever stops it, the statement
 * that runs is cancelled, and nothing of it is committed. Thread-safe.
 */
final class Job<T> implements Runnable {
    private static final Logger LOG = System.getLogger("dev.athanor.orm.async");
    private static final Duration FIRST_REPEAT = Duration.ofMillis(20);
    private static final Duration LAST_REPEAT = Duration.ofSeconds(1);

    private final Workers workers;
    private final Turns turns;
    private final Transaction<T> transaction;
    private final Interruption interruption;
    private final Promise<T> promise;
    private volatile Runnable alarm = () -> {};

    Job(Workers workers, Turns turns, Transaction<T> transaction, Interruption interruption) {
        this.workers = workers;
        this.turns = turns;
        this.transaction = transaction;
        this.interruption = interruption;
        this.promise = new Promise<>(workers, this::cancel);
    }

    /** Lets it wait for its turn, and gives what it will lead to. Its time has begun: the wait for the turn counts. */
    CompletableFuture<T> start(Duration timeout) {
        CompletableFuture<T> unused = promise.whenComplete((result, failure) -> ended(failure));
        try {
            alarm = workers.after(timeout, () -> fail(late(timeout)));
            turns.take(this);
        } catch (RuntimeException | Error e) {
            refuse(e);
        }
        return promise;
    }

    /**
     * The threads, or their clock, do not take it; or what the caller knows cannot be handed on. Once it is over,
     * nobody hears of that but the log.
     */
    void refuse(Throwable reason) {
        if (isOver()) {
            LOG.log(Level.WARNING, "a unit of work was over when the executor failed", reason);
            return;
        }
        fail(new OrmException(OrmError.WORK_REFUSED, "a unit of work was refused by the executor: " + reason, reason));
    }

    /** Whether its result is there. */
    boolean isOver() {
        return promise.isDone();
    }

    private static OrmException late(Duration timeout) {
        return new OrmException(
                OrmError.WORK_TIMED_OUT,
                "a unit of work took longer than " + timeout
                        + ", and is rolled back; give it more time, or less to do");
    }

    /** With what the caller knows. */
    Runnable inContext() {
        return workers.inContext(this);
    }

    @Override
    public void run() {
        if (promise.isDone()) {
            return;
        }
        try {
            promise.complete(transaction.run(interruption));
        } catch (Throwable failure) {
            RuntimeException reason = interruption.reason();
            promise.completeExceptionally(reason == null ? failure : reason);
        }
    }

    /** Stops it for this reason, unless it has ended, or its commit has begun. */
    void fail(RuntimeException reason) {
        if (stop(reason)) {
            promise.completeExceptionally(reason);
        }
    }

    private boolean cancel() {
        return stop(new CancellationException("the unit of work was cancelled, and is rolled back"));
    }

    private boolean stop(RuntimeException reason) {
        boolean stopped = interruption.stop(reason);
        if (stopped) {
            repeat(FIRST_REPEAT);
        }
        return stopped;
    }

    /** A statement that is sent just after the cancellation would run. */
    private void repeat(Duration delay) {
        if (!interruption.isAtWork()) {
            return;
        }
        try {
            workers.after(delay, () -> {
                interruption.repeat();
                repeat(later(delay));
            });
        } catch (RuntimeException | Error e) { // whoever cancels is not to hear of it
            LOG.log(
                    Level.WARNING,
                    "a statement's cancellation is sent once only: if it begins just after that, it runs to its end",
                    e);
        }
    }

    private static Duration later(Duration delay) {
        Duration next = delay.multipliedBy(2);
        return next.compareTo(LAST_REPEAT) > 0 ? LAST_REPEAT : next;
    }

    /** The result is there, by the job or by others. */
    private void ended(@Nullable Throwable failure) {
        alarm.run();
        turns.leave(this, failure);
        stop(new CancellationException("nobody waits for the unit of work any more; it is rolled back"));
    }

    /** What is done, in a transaction that can be stopped. */
    interface Transaction<T> {
        T run(Interruption interruption) throws Exception;
    }
}
