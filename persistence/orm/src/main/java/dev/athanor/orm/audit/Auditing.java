// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How sessions know who changes what, and when. Each step gives another. Immutable, and as thread-safe as what it asks.
 *
 * <pre>{@code
 * SessionSettings.standard().auditing(Auditing.by(() -> security.getCallerPrincipal().getName()))
 * }</pre>
 */
public final class Auditing {
    private static final Auditing ANONYMOUS = new Auditing(() -> null, Clock.systemUTC());

    private final Supplier<? extends @Nullable String> who;
    private final Clock clock;

    private Auditing(Supplier<? extends @Nullable String> who, Clock clock) {
        this.who = who;
        this.clock = clock;
    }

    /** By nobody that is known, at the system's time. */
    public static Auditing anonymous() {
        return ANONYMOUS;
    }

    /** By whom this says, each time it is asked; null if nobody is known. */
    public static Auditing by(Supplier<? extends @Nullable String> who) {
        return new Auditing(Objects.requireNonNull(who, "who"), ANONYMOUS.clock);
    }

    /** At the time of this clock. */
    public Auditing at(Clock clock) {
        return new Auditing(who, Objects.requireNonNull(clock, "clock"));
    }

    /** Who it is now, if that is known. */
    public Optional<String> who() {
        return Optional.ofNullable(who.get());
    }

    /** What time it is now, as exactly as the database keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
