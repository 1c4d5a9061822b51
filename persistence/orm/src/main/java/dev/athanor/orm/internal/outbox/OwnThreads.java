// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads of Java's. They let Java end while they run. */
public final class OwnThreads implements Threads {
    private final AtomicInteger number = new AtomicInteger();
    private final ExecutorService executor = Executors.newCachedThreadPool(this::thread);

    private Thread thread(Runnable task) {
        Thread thread = new Thread(task, "athanor-outbox-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable task) {
        executor.execute(task);
    }

    @Override
    public boolean areOpen() {
        return !executor.isShutdown();
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
