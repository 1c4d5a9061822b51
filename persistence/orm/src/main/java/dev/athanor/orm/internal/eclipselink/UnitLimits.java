// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.TimeLimits;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Tells the database how long statements of a unit of work's transactions may take, by settings that end with the
 * transaction: so that it holds for all that runs in it, whoever runs it, and costs nothing more. What is left of a
 * transaction is told anew when it has become less by a tenth of the whole. Relies on EclipseLink telling of the ends
 * of transactions; TimeLimitsTest would notice. For one thread at a time.
 */
final class UnitLimits extends SessionEventAdapter {
    private static final long UNKNOWN = -1;
    private static final long DEFAULT = 0;
    private static final int PARTS = 10;

    private final UnitOfWorkImpl unit;
    private final Nesting nesting;
    private final TimeLimits whole;
    private TimeLimits limits;
    private boolean begun;
    private long deadline;
    private long slack;
    private boolean ending;
    private long toldStatement;
    private long toldLock;

    private UnitLimits(UnitOfWorkImpl unit, Nesting nesting, TimeLimits limits) {
        this.unit = unit;
        this.nesting = nesting;
        this.whole = limits;
        this.limits = limits;
    }

    static UnitLimits of(UnitOfWorkImpl unit, Nesting nesting, TimeLimits limits) {
        UnitLimits made = new UnitLimits(unit, nesting, limits);
        unit.getEventManager().addListener(made);
        return made;
    }

    /** The database learns of it before the next statement. */
    void apply() {
        if (!begun) {
            begin();
        }
        long left = left();
        long statement = statement(left);
        long lock = limits.lock().map(Duration::toMillis).orElse(DEFAULT);
        if (isToBeTold(statement) || lock != toldLock) {
            tell(statement, lock);
        }
    }

    private void begin() {
        begun = true;
        toldStatement = DEFAULT;
        toldLock = DEFAULT;
        limits = whole;
        endIn(whole.transaction().orElse(null));
    }

    private void endIn(@Nullable Duration limit) {
        ending = limit != null;
        if (limit != null) {
            deadline = System.nanoTime() + limit.toNanos();
            slack = Math.max(1, limit.toMillis() / PARTS);
        }
    }

    /** In milliseconds; an error if there is nothing left. */
    private long left() {
        if (!ending) {
            return Long.MAX_VALUE;
        }
        long left = deadline - System.nanoTime();
        if (left <= 0) {
            OrmException late = new OrmException(
                    OrmError.TRANSACTION_TIMED_OUT,
                    "the transaction took longer than its limit, and can only be rolled back; give it more time by"
                            + " TimeLimits, or less to do");
            nesting.failed(late);
            throw late;
        }
        return Math.max(1, Duration.ofNanos(left).toMillis());
    }

    private long statement(long left) {
        long limit = limits.statement().map(Duration::toMillis).orElse(Long.MAX_VALUE);
        long least = Math.min(limit, left);
        return least == Long.MAX_VALUE ? DEFAULT : least;
    }

    private boolean isToBeTold(long statement) {
        return (toldStatement == UNKNOWN || toldStatement == DEFAULT || !ending)
                ? statement != toldStatement
                : statement > toldStatement || statement < toldStatement - slack;
    }

    private void tell(long statement, long lock) {
        new UnitConnection(unit)
                .run("set local statement_timeout = " + shown(statement) + "; set local lock_timeout = " + shown(lock));
        toldStatement = statement;
        toldLock = lock;
    }

    private static String shown(long millis) {
        return millis == DEFAULT ? "default" : Long.toString(millis);
    }

    /** Does something within other limits, where these say something. */
    <T> T with(TimeLimits others, Supplier<T> work) {
        apply();
        TimeLimits before = limits;
        long deadlineBefore = deadline;
        long slackBefore = slack;
        boolean endingBefore = ending;
        limits = merged(others);
        others.transaction().ifPresent(this::shorten);
        T result;
        try {
            apply();
            result = work.get();
        } finally {
            limits = before;
            deadline = deadlineBefore;
            slack = slackBefore;
            ending = endingBefore;
        }
        if (unit.isInTransaction()) {
            apply();
        }
        return result;
    }

    private TimeLimits merged(TimeLimits others) {
        TimeLimits merged = limits;
        if (others.statement().isPresent()) {
            merged = merged.statement(others.statement().get());
        }
        return others.lock().isPresent() ? merged.lock(others.lock().get()) : merged;
    }

    private void shorten(Duration limit) {
        if (!ending || deadline - System.nanoTime() > limit.toNanos()) {
            endIn(limit);
        }
    }

    /** A savepoint was rolled back, and with it what the database was told since. */
    void forget() {
        toldStatement = UNKNOWN;
        toldLock = UNKNOWN;
    }

    @Override
    public void preCommitUnitOfWork(SessionEvent event) {
        if (begun) {
            left();
        }
    }

    @Override
    public void postCommitUnitOfWork(SessionEvent event) {
        begun = false;
    }

    @Override
    public void postReleaseUnitOfWork(SessionEvent event) {
        begun = false;
    }
}
