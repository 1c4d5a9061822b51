// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells nothing. */
record Polling(CountDownLatch stopped) implements Notifications {
    @Override
    public List<String> await(long millis) throws InterruptedException {
        stopped.await(millis, TimeUnit.MILLISECONDS);
        return List.of();
    }

    @Override
    public void check() {}

    @Override
    public void close() {}
}
