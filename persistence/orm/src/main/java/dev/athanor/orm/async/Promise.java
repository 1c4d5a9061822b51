// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.async;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/** The result of a job that is yet to come. Cancelling it may be too late. */
final class Promise<T> extends CompletableFuture<T> {
    private final Workers workers;
    private final BooleanSupplier stop;

    /**
     * The result of a job.
     *
     * @param stop stops the job, and tells whether it was not too late
     */
    Promise(Workers workers, BooleanSupplier stop) {
        this.workers = workers;
        this.stop = stop;
    }

    @Override
    public Executor defaultExecutor() {
        return workers;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return workers.newIncompleteFuture();
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        if (!isDone() && stop.getAsBoolean()) {
            super.cancel(mayInterruptIfRunning);
        }
        return isCancelled();
    }
}
