// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long things may take in a transaction; PostgreSQL keeps watch. What is not limited here is limited by what the
 * database says of itself. Each step gives new limits. Immutable and thread-safe.
 *
 * <pre>{@code
 * SessionSettings.standard().limits(TimeLimits.none().statement(Duration.ofSeconds(5)).lock(Duration.ofSeconds(1)))
 * }</pre>
 */
public final class TimeLimits {
    private static final TimeLimits NONE = new TimeLimits(null, null, null);

    /** As much as PostgreSQL can be told. */
    private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

    private final @Nullable Duration statement;
    private final @Nullable Duration lock;
    private final @Nullable Duration transaction;

    private TimeLimits(@Nullable Duration statement, @Nullable Duration lock, @Nullable Duration transaction) {
        this.statement = statement;
        this.lock = lock;
        this.transaction = transaction;
    }

    /** None but the database's own. */
    public static TimeLimits none() {
        return NONE;
    }

    /** With a limit for each statement; one that takes longer fails as {@code STATEMENT_CANCELLED}. */
    public TimeLimits statement(Duration limit) {
        return new TimeLimits(checked(limit), lock, transaction);
    }

    /** The limit for each statement. */
    public Optional<Duration> statement() {
        return Optional.ofNullable(statement);
    }

    /** With a limit for each wait for a lock; a statement that waits longer fails as {@code LOCK_UNAVAILABLE}. */
    public TimeLimits lock(Duration limit) {
        return new TimeLimits(statement, checked(limit), transaction);
    }

    /** The limit for each wait for a lock. */
    public Optional<Duration> lock() {
        return Optional.ofNullable(lock);
    }

    /**
     * With a limit for the whole; what is done later fails as {@code TRANSACTION_TIMED_OUT}. A statement has as long as
     * is left, and a tenth of the limit more.
     */
    public TimeLimits transaction(Duration limit) {
        return new TimeLimits(statement, lock, checked(limit));
    }

    /** The limit for the whole. */
    public Optional<Duration> transaction() {
        return Optional.ofNullable(transaction);
    }

    /** Whether nothing is limited. */
    public boolean isEmpty() {
        return statement == null && lock == null && transaction == null;
    }

    private static Duration checked(Duration limit) {
        if (limit.toMillis() < 1 || limit.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a limit is a millisecond at least, and 24 days at most, not " + limit);
        }
        return limit;
    }
}
