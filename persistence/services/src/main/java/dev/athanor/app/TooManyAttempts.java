// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import jakarta.ejb.ApplicationException;
import java.time.Duration;

/** Something was tried too often of late. It was not tried this time. */
@ApplicationException(rollback = true)
public final class TooManyAttempts extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Duration wait;

    public TooManyAttempts(Duration wait) {
        super("too many attempts; try again in " + seconds(wait) + " s");
        this.wait = wait;
    }

    /** After how many seconds it may be tried again. */
    public long seconds() {
        return seconds(wait);
    }

    private static long seconds(Duration wait) {
        return Math.max(1, wait.plusSeconds(1).minusNanos(1).toSeconds());
    }
}
