// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.async;

import java.time.Duration;

/**
 * How much is done at once, and for how long. Each step gives new settings. Immutable and thread-safe.
 *
 * <pre>{@code
 * AsyncSettings.standard().atOnce(4).timeout(Duration.ofSeconds(2))
 * }</pre>
 */
public final class AsyncSettings {
    private static final AsyncSettings STANDARD = new AsyncSettings(8, 100, Duration.ofSeconds(30));

    private final int atOnce;
    private final int waiting;
    private final Duration timeout;

    private AsyncSettings(int atOnce, int waiting, Duration timeout) {
        this.atOnce = atOnce;
        this.waiting = waiting;
        this.timeout = timeout;
    }

    /** Eight units of work at once, a hundred more that wait, and thirty seconds for each. */
    public static AsyncSettings standard() {
        return STANDARD;
    }

    /** The same with so many units of work at once; each has a connection. */
    public AsyncSettings atOnce(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("at least one unit of work is done at once, not " + most);
        }
        return new AsyncSettings(most, waiting, timeout);
    }

    /** How many units of work are done at once. */
    public int atOnce() {
        return atOnce;
    }

    /** The same with so many that wait for their turn; what comes then is refused. */
    public AsyncSettings waiting(int most) {
        if (most < 0) {
            throw new IllegalArgumentException("no fewer than none can wait: " + most);
        }
        return new AsyncSettings(atOnce, most, timeout);
    }

    /** How many may wait for their turn. */
    public int waiting() {
        return waiting;
    }

    /** The same with so much time for each unit of work, the wait for its turn included. */
    public AsyncSettings timeout(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("a unit of work needs time, not " + limit);
        }
        return new AsyncSettings(atOnce, waiting, limit);
    }

    /** How much time a unit of work has. */
    public Duration timeout() {
        return timeout;
    }
}
