// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Bind;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.function.Function;

/**
 * Values of the time at which a statement is executed: bound like others, by the clock and the time zone of Java, and
 * all of one instant, cut to microseconds as PostgreSQL keeps them. A statement that holds them does not age.
 *
 * <pre>{@code select(e.name).where(e.born.plus(Period.ofYears(18)).le(Clocked.today()))}</pre>
 *
 * <p>{@link Functions#now} and {@link Functions#today} are the database's own: of the transaction, and of the session's
 * time zone.
 */
public final class Clocked {
    private static final Function<Clock, LocalDate> TODAY = LocalDate::now;
    private static final Function<Clock, LocalTime> TIME = LocalTime::now;
    private static final Function<Clock, LocalDateTime> DATE_TIME = LocalDateTime::now;
    private static final Function<Clock, OffsetDateTime> NOW = OffsetDateTime::now;
    private static final Function<Clock, Instant> INSTANT = Clock::instant;

    private Clocked() {}

    /** The date, by the clock's time zone. */
    public static TemporalExpr<LocalDate> today() {
        return atExecution(SqlTypes.DATE, TODAY);
    }

    /** The date in a time zone. */
    public static TemporalExpr<LocalDate> today(ZoneId zone) {
        return atExecution(SqlTypes.DATE, new InZone<>(zone, TODAY));
    }

    /** The time of the day, by the clock's time zone. */
    public static TemporalExpr<LocalTime> localTime() {
        return atExecution(SqlTypes.TIME, TIME);
    }

    /** The time of the day in a time zone. */
    public static TemporalExpr<LocalTime> localTime(ZoneId zone) {
        return atExecution(SqlTypes.TIME, new InZone<>(zone, TIME));
    }

    /** The date and the time, by the clock's time zone. */
    public static TemporalExpr<LocalDateTime> localDateTime() {
        return atExecution(SqlTypes.TIMESTAMP, DATE_TIME);
    }

    /** The date and the time in a time zone. */
    public static TemporalExpr<LocalDateTime> localDateTime(ZoneId zone) {
        return atExecution(SqlTypes.TIMESTAMP, new InZone<>(zone, DATE_TIME));
    }

    /** The point in time. */
    public static TemporalExpr<OffsetDateTime> now() {
        return atExecution(SqlTypes.TIMESTAMPTZ, NOW);
    }

    /** The point in time, without an offset. */
    public static TemporalExpr<Instant> instant() {
        return atExecution(SqlTypes.INSTANT, INSTANT);
    }

    /**
     * What a function makes of the execution's clock, which stands still. To be recognised where it is repeated, as in
     * {@code group by}, the function has to be the same object, or equal.
     */
    public static <T, X extends Expr<T>> X atExecution(Type<T, X> type, Function<Clock, T> value) {
        return type.of(Bind.atExecution(type, value));
    }

    /** Equal for equal zones, as a lambda would not be. */
    private record InZone<T>(ZoneId zone, Function<Clock, T> value) implements Function<Clock, T> {
        @Override
        public T apply(Clock clock) {
            return value.apply(clock.withZone(zone));
        }
    }
}
