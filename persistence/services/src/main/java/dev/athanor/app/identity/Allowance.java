// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import java.time.Duration;

/**
 * How often something may be tried: so often at once, and evenly from then on.
 *
 * @param attempts how many attempts
 * @param period in what time that many may be made again
 */
record Allowance(int attempts, Duration period) {
    Allowance {
        if (attempts < 1 || period.toMillis() < attempts) {
            throw new IllegalArgumentException(
                    attempts + " attempts in " + period + ": there must be one at least, and a millisecond for each");
        }
    }

    /** After what time one more may be made. */
    Duration step() {
        return period.dividedBy(attempts);
    }
}
