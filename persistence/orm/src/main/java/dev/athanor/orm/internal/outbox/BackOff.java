// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * For how long an event that failed is left alone: twice as long each time, and a bit less or more, so that not all
 * that failed together come together again.
 */
record BackOff(Duration first, Duration longest) {
    private static final int DOUBLINGS = 30;

    /** @param failures how often it has failed */
    Duration after(int failures) {
        long doubled = first.toMillis() << Math.min(failures - 1, DOUBLINGS);
        long most = doubled <= 0 ? longest.toMillis() : Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(
                Math.max(1, (long) (most * (0.5 + ThreadLocalRandom.current().nextDouble() / 2))));
    }
}
