// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.transaction;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * How often a whole transaction is done, from its beginning, before others' transactions win: after a serialization
 * failure or a deadlock, unless something else is said. Before each further attempt it waits for a random time, which
 * grows. Each step gives new attempts. Immutable and thread-safe.
 *
 * <pre>{@code
 * sessions.with(TransactionSettings.serializable())
 *         .retrying(Attempts.of(5))
 *         .transaction(session -> transfer(session, from, to));
 * }</pre>
 */
public final class Attempts {
    private static final Duration FIRST_WAIT = Duration.ofMillis(10);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 30;
    private static final Attempts ONCE = new Attempts(
            1, FIRST_WAIT, LONGEST_WAIT, EnumSet.of(RetryReason.SERIALIZATION_FAILURE, RetryReason.DEADLOCK));

    private final int most;
    private final Duration firstWait;
    private final Duration longestWait;
    private final Set<RetryReason> reasons;

    private Attempts(int most, Duration firstWait, Duration longestWait, Set<RetryReason> reasons) {
        this.most = most;
        this.firstWait = firstWait;
        this.longestWait = longestWait;
        this.reasons = Set.copyOf(reasons);
    }

    /** The one that is always made. */
    public static Attempts once() {
        return ONCE;
    }

    /** So many at most, the first one included. */
    public static Attempts of(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("there is 1 attempt at least, not " + most);
        }
        return new Attempts(most, ONCE.firstWait, ONCE.longestWait, ONCE.reasons);
    }

    /**
     * With these waits between them: random ones, up to the first before the second attempt, up to twice as long before
     * each further one, and never longer than the longest.
     */
    public Attempts waiting(Duration first, Duration longest) {
        if (first.isNegative() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(
                    "waits are not negative, and the longest not shorter than the first: " + first + ", " + longest);
        }
        return new Attempts(most, first, longest, reasons);
    }

    /** For these reasons, in the place of those before. */
    public Attempts on(RetryReason first, RetryReason... more) {
        return new Attempts(most, firstWait, longestWait, EnumSet.of(first, more));
    }

    /** How many there are at most. */
    public int most() {
        return most;
    }

    /** For which reasons there is a further one. */
    public Set<RetryReason> reasons() {
        return reasons;
    }

    /**
     * Makes them, on this thread. What fails for another reason is thrown at once; after the last, or when the thread
     * is interrupted while it waits, {@link OrmError#RETRY_GIVEN_UP} tells how many there were, with all that failed.
     *
     * @param transaction a whole one, which has ended if it throws; with a persistence context of its own
     */
    public <T, X extends Exception> T run(Attempt<T, X> transaction) throws X {
        List<Throwable> earlier = new ArrayList<>();
        for (int number = 1; ; number++) {
            try {
                return transaction.run();
            } catch (Throwable failure) {
                if (most == 1 || !isReason(failure)) {
                    throw failure;
                }
                if (number == most) {
                    throw givenUp(number + " attempts", failure, earlier);
                }
                pause(number, failure, earlier);
                earlier.add(failure);
            }
        }
    }

    /**
     * Whether there may be a further one after a failure: one that was given up before is not tried again and again.
     */
    boolean isReason(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        boolean found = false;
        for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof OrmException own && own.code() == OrmError.RETRY_GIVEN_UP) {
                return false;
            }
            found |= isToldBy(cause);
        }
        return found;
    }

    private boolean isToldBy(Throwable cause) {
        return reasons.stream().anyMatch(reason -> reason.isToldBy(cause));
    }

    private void pause(int number, Throwable failure, List<Throwable> earlier) {
        try {
            TimeUnit.NANOSECONDS.sleep(wait(number, ThreadLocalRandom.current()).toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure.addSuppressed(e);
            throw givenUp(number + " of " + most + " attempts, as the thread was interrupted", failure, earlier);
        }
    }

    /** How long it is before the attempt after one of this number. */
    Duration wait(int number, RandomGenerator random) {
        Duration grown = firstWait.multipliedBy(1L << Math.min(number - 1, MOST_DOUBLINGS));
        Duration limit = grown.compareTo(longestWait) < 0 ? grown : longestWait;
        return Duration.ofNanos(random.nextLong(limit.toNanos() + 1));
    }

    private static OrmException givenUp(String attempts, Throwable failure, List<Throwable> earlier) {
        OrmException givenUp = new OrmException(
                OrmError.RETRY_GIVEN_UP,
                "the transaction was given up after " + attempts
                        + ", and nothing of it is written; the last failed with: " + failure.getMessage(),
                failure);
        earlier.forEach(givenUp::addSuppressed);
        return givenUp;
    }
}
