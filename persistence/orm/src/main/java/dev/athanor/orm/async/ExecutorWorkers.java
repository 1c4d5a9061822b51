// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.async;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The threads of an executor, and Java's own for what is done later. */
record ExecutorWorkers(Executor executor) implements Workers {
    ExecutorWorkers {
        Objects.requireNonNull(executor, "executor");
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(task);
    }

    @Override
    public Runnable inContext(Runnable task) {
        return task;
    }

    @Override
    public <T> CompletableFuture<T> newIncompleteFuture() {
        return new Dependent<>(executor);
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        CompletableFuture<Boolean> wait = new CompletableFuture<>();
        CompletableFuture<?> unused = wait.thenAccept(due -> {
            if (due) {
                task.run();
            }
        });
        wait.completeOnTimeout(true, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> wait.complete(false);
    }

    /** Its stages run on the executor where others would run on Java's own threads. */
    private static final class Dependent<T> extends CompletableFuture<T> {
        private final Executor executor;

        Dependent(Executor executor) {
            this.executor = executor;
        }

        @Override
        public Executor defaultExecutor() {
            return executor;
        }

        @Override
        public <U> CompletableFuture<U> newIncompleteFuture() {
            return new Dependent<>(executor);
        }
    }
}
