// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.cdi;

import dev.athanor.orm.internal.outbox.OwnThreads;
import dev.athanor.orm.internal.outbox.Threads;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.naming.NoInitialContextException;

/** Threads of a server's. */
final class ManagedThreads implements Threads {
    private static final String API = "jakarta.enterprise.concurrent.ManagedExecutorService";
    private static final String DEFAULT = "java:comp/DefaultManagedExecutorService";

    private final ExecutorService executor;
    private final Set<Future<?>> tasks = ConcurrentHashMap.newKeySet();

    ManagedThreads(ExecutorService executor) {
        this.executor = executor;
    }

    /** Those of the server's default executor, or such of one's own where there is no server. */
    @SuppressWarnings("BanJNDI") // of the server's own name
    static Threads ofServer() {
        try {
            Class.forName(API, false, ManagedThreads.class.getClassLoader());
            return new ManagedThreads(InitialContext.doLookup(DEFAULT));
        } catch (ClassNotFoundException | NoInitialContextException e) {
            return new OwnThreads(); // Java SE, whether it sees the API or not
        } catch (NamingException e) {
            throw new IllegalStateException("the server has no " + DEFAULT, e);
        }
    }

    @Override
    public void execute(Runnable task) {
        tasks.removeIf(Future::isDone);
        tasks.add(executor.submit(task));
    }

    /**
     * A managed executor answers no questions about itself; that of a stopped application may be in no state for any.
     */
    @Override
    public boolean areOpen() {
        try {
            executor.execute(() -> {});
            return true;
        } catch (RejectedExecutionException | IllegalStateException e) {
            return false;
        }
    }

    @Override
    public void close() {
        tasks.forEach(task -> task.cancel(true));
        tasks.clear();
    }
}
