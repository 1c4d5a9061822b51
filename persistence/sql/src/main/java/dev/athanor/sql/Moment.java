// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The one point in time of an execution, taken when it is first asked for. For one use by one thread. */
final class Moment {
    private final @Nullable Clock source;
    private @Nullable Clock fixed;

    private Moment(@Nullable Clock source) {
        this.source = source;
    }

    /** By the clock of the system and its default time zone. */
    static Moment ofSystem() {
        return new Moment(null);
    }

    static Moment of(Clock source) {
        return new Moment(source);
    }

    /** Stands still, at a full microsecond: PostgreSQL keeps no smaller parts. */
    Clock clock() {
        Clock taken = fixed;
        if (taken == null) {
            Clock clock = source == null ? Clock.system(ZoneId.systemDefault()) : source;
            taken = Clock.fixed(clock.instant().truncatedTo(ChronoUnit.MICROS), clock.getZone());
            fixed = taken;
        }
        return taken;
    }
}
