// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What handlers were given, in the order in which they were. */
final class Received {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<String> all = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> fresh = new LinkedBlockingQueue<>();

    void add(String what) {
        all.add(what);
        fresh.add(what);
    }

    /** The next that nobody has waited for yet. */
    String next() throws InterruptedException {
        String next = fresh.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing came any more after " + all);
        }
        return next;
    }

    List<String> next(int number) throws InterruptedException {
        List<String> next = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            next.add(next());
        }
        return next;
    }

    List<String> all() {
        return List.copyOf(all);
    }
}
