// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static java.util.concurrent.TimeUnit.SECONDS;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many clients at once, each on a thread of the server's, more than its executor would give. */
final class Clients {
    private Clients() {}

    /** What each of them comes to; they begin together. */
    static <T> List<T> atOnce(ManagedThreadFactory threads, int many, IntFunction<Callable<T>> work) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(many, threads);
        try {
            CyclicBarrier together = new CyclicBarrier(many);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                Callable<T> client = work.apply(i);
                running.add(clients.submit(() -> {
                    together.await(60, SECONDS);
                    return client.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get(180, SECONDS));
            }
            return results;
        } finally {
            clients.shutdownNow();
        }
    }
}
