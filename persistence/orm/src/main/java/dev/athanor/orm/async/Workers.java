// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.async;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * The threads that units of work are done on: of an executor, or of a server. Thread-safe.
 *
 * <pre>{@code
 * Workers workers = Workers.of(Executors.newFixedThreadPool(8));
 * }</pre>
 */
public interface Workers extends Executor {
    /** Those of an executor, which stays the caller's. */
    static Workers of(Executor executor) {
        return new ExecutorWorkers(executor);
    }

    /** Does something on one of the threads, or throws {@link RejectedExecutionException}. */
    @Override
    void execute(Runnable task);

    /** The same task, which knows what is known to the caller, whoever runs it later. */
    Runnable inContext(Runnable task);

    /** What a stage leads to that nobody has completed yet; its own stages run on these threads, too. */
    <T> CompletableFuture<T> newIncompleteFuture();

    /**
     * Does something later, unless it is taken back.
     *
     * @return what takes it back
     */
    Runnable after(Duration delay, Runnable task);
}
