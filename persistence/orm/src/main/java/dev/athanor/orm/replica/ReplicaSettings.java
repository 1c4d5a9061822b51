// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.replica;

import java.time.Duration;

/**
 * How a replica is read from. Each step gives new settings. Immutable and thread-safe.
 *
 * <pre>{@code
 * ReplicaSettings.standard().patience(Duration.ofMillis(50)).retryAfter(Duration.ofSeconds(30))
 * }</pre>
 */
public final class ReplicaSettings {
    private static final ReplicaSettings STANDARD =
            new ReplicaSettings(true, Duration.ofMillis(200), Duration.ofSeconds(10), Duration.ofSeconds(1));

    private final boolean used;
    private final Duration patience;
    private final Duration retryAfter;
    private final Duration askAfter;

    private ReplicaSettings(boolean used, Duration patience, Duration retryAfter, Duration askAfter) {
        this.used = used;
        this.patience = patience;
        this.retryAfter = retryAfter;
        this.askAfter = askAfter;
    }

    /**
     * It is waited for 200 ms, left alone for ten seconds when it cannot be reached, and asked once in a second whether
     * it can.
     */
    public static ReplicaSettings standard() {
        return STANDARD;
    }

    /** The same, where the replica is read from or not, as a server's configuration says. */
    public ReplicaSettings used(boolean whether) {
        return new ReplicaSettings(whether, patience, retryAfter, askAfter);
    }

    /** Whether it is read from. */
    public boolean isUsed() {
        return used;
    }

    /** The same with so long a wait for what a client wrote; then the primary is read. */
    public ReplicaSettings patience(Duration most) {
        return new ReplicaSettings(used, checked(most), retryAfter, askAfter);
    }

    /** How long what a client wrote is waited for. */
    public Duration patience() {
        return patience;
    }

    /** The same, where a replica that could not be reached is left alone for so long. */
    public ReplicaSettings retryAfter(Duration pause) {
        return new ReplicaSettings(used, patience, checked(pause), askAfter);
    }

    /** How long a replica is left alone that could not be reached. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** The same, where a replica is known to be there for so long after it was last asked. */
    public ReplicaSettings askAfter(Duration pause) {
        return new ReplicaSettings(used, patience, retryAfter, checked(pause));
    }

    /** How long a replica is known to be there after it was last asked. */
    public Duration askAfter() {
        return askAfter;
    }

    private static Duration checked(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("no time is less than none: " + time);
        }
        return time;
    }
}
