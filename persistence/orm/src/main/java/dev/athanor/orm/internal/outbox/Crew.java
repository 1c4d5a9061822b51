// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;

/**
 * Delivers the events of keys that wait, of several at a time, but of each by one after the other. Its members are
 * tasks that end when nothing waits. Thread-safe.
 */
final class Crew {
    private final int most;
    private final Threads threads;
    private final Predicate<String> work;
    private final Set<String> waiting = new LinkedHashSet<>();
    private final Set<String> busy = new HashSet<>();
    private int members;
    private boolean closed;

    /** @param work delivers some events of a key, and tells whether there may be more; it throws nothing */
    Crew(int most, Threads threads, Predicate<String> work) {
        this.most = most;
        this.threads = threads;
        this.work = work;
    }

    /** There may be events of a key. */
    synchronized void offer(String key) {
        if (!closed) {
            waiting.add(key);
            employ();
        }
    }

    /** How many keys wait. */
    synchronized int waiting() {
        return waiting.size();
    }

    private void employ() {
        if (members < most && waiting.stream().anyMatch(key -> !busy.contains(key))) {
            try {
                threads.execute(this::deliver);
                members++;
            } catch (RejectedExecutionException e) {
                // There is no room now, or the server is about to end: the key waits for the next who offers one.
            }
        }
    }

    private void deliver() {
        Optional<String> key = next();
        while (key.isPresent()) {
            done(key.get(), work.test(key.get()));
            key = next();
        }
    }

    private synchronized Optional<String> next() {
        Iterator<String> keys = waiting.iterator();
        while (!closed && keys.hasNext()) {
            String key = keys.next();
            if (busy.add(key)) {
                keys.remove();
                return Optional.of(key);
            }
        }
        members--;
        notifyAll();
        return Optional.empty();
    }

    private synchronized void done(String key, boolean more) {
        busy.remove(key);
        if (more) {
            waiting.add(key);
        }
    }

    /** Begins nothing more. */
    synchronized void close() {
        closed = true;
        waiting.clear();
    }

    /** Waits until its members have ended, but no longer; whether they have. */
    synchronized boolean awaitEnd(long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        try {
            for (long left = millis; members > 0 && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return members == 0;
    }
}
