// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * For how long an event that failed is left alone: twice as long each time, and a bit less or more, so that not all
 * that failed together come together again.
 */
record BackOff(Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = Long.SIZE - 1;

    /** @param failures how often it has failed */
    Duration after(int failures) {
        int doublings = Math.min(failures - 1, MOST_DOUBLINGS);
        boolean isShort = first.toMillis() <= longest.toMillis() >> doublings;
        long most = isShort ? first.toMillis() << doublings : longest.toMillis();
        return Duration.ofMillis(
                (long) (most * (0.5 + ThreadLocalRandom.current().nextDouble() / 2)));
    }
}
