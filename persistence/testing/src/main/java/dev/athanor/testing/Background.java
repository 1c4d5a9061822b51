// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Does what no test waits for, one after the other. Thread-safe. */
final class Background implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "databases of tests");
        made.setDaemon(true);
        return made;
    });

    <T> Future<T> start(Callable<T> task) {
        return thread.submit(task);
    }

    /** What a task gives, or throws, when it is done. */
    static <T> T result(Future<T> task) throws SQLException {
        try {
            return task.get();
        } catch (ExecutionException | CancellationException e) {
            throw new SQLException("a database of tests could not be made or dropped: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while a database of tests was made or dropped", e);
        }
    }

    /** Waits for what was started. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
