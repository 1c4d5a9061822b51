// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.hybrid;

import static dev.athanor.sql.Sql.inline;

import dev.athanor.sql.Condition;
import dev.athanor.sql.Expr;
import dev.athanor.sql.IntervalExpr;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TemporalExpr;
import dev.athanor.sql.type.Interval;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * SQL that does with dates and times what {@code java.time} does. Points in time are computed in UTC, as they are read:
 * never in the session's time zone. What Java refuses, as the hours of a date, is refused here.
 *
 * <p>It differs before the year 1, where the database has no year 0, for infinite dates, and below a microsecond, of
 * which the database keeps nothing. Months and years are counted and added for an {@code Instant}, too; milliseconds
 * between two of them are whole ones, which JDK 17 counts by the clock.
 */
public final class JavaTime {
    private static final Form SINCE = Form.of("({1} - {0})");
    private static final Form DAYS = Form.of("extract(day from {1} - {0})");
    private static final Form SECONDS = Form.of("extract(epoch from {1} - {0})");
    private static final Form AGE = Form.of("age({1}, {0})");

    /** As of the last end of a whole day since, for Java does not count on from the end of a month by hours. */
    private static final Form AGE_IN_DAYS = Form.of("age({0} + date_trunc('day', {1} - {0}), {0})");

    private static final Form YEARS = Form.of("extract(year from {0})");
    private static final Form MONTHS = Form.of("extract(month from {0})");
    private static final Form ALL_MONTHS = Form.of("(extract(year from {0}) * 12 + extract(month from {0}))");

    /** Forward, Java counts the days after the months; backward, it counts as the age does. */
    private static final Form DAYS_OF_PERIOD =
            Form.of("case when {0} <= {1} then {1} - cast({0} + date_trunc('month', {2}) as date)"
                    + " else cast(extract(day from {2}) as integer) end");

    private static final Form EPOCH = Form.of("extract(epoch from {0})");
    private static final Form FLOOR = Form.of("floor({0})");
    private static final Form TRUNCATE = Form.of("trunc({0})");
    private static final Form QUOTIENT = Form.of("div({0}, {1})");

    private static final Form PLUS = Form.of("({0} + {1})");
    private static final Form MINUS = Form.of("({0} - {1})");

    private static final Form SECOND = Form.of("trunc(extract(second from {0}))");
    private static final Form NANO = Form.of("(mod(extract(microseconds from {0}), 1000000) * 1000)");
    private static final Map<ChronoField, Form> FIELDS = Map.of(
            ChronoField.YEAR, Form.of("extract(year from {0})"),
            ChronoField.MONTH_OF_YEAR, Form.of("extract(month from {0})"),
            ChronoField.DAY_OF_MONTH, Form.of("extract(day from {0})"),
            ChronoField.DAY_OF_YEAR, Form.of("extract(doy from {0})"),
            ChronoField.DAY_OF_WEEK, Form.of("extract(isodow from {0})"),
            ChronoField.HOUR_OF_DAY, Form.of("extract(hour from {0})"),
            ChronoField.MINUTE_OF_HOUR, Form.of("extract(minute from {0})"),
            ChronoField.SECOND_OF_MINUTE, SECOND,
            ChronoField.NANO_OF_SECOND, NANO);

    private static final Form LENGTH_OF_MONTH =
            Form.of("extract(day from date_trunc('month', {0}) + cast('1 month -1 day' as interval))");
    private static final Form IS_LEAP_YEAR =
            Form.of("(extract(doy from date_trunc('year', {0}) + cast('1 year -1 day' as interval)) = 366)");
    private static final Form WITH_DAY = Form.of(
            "make_date(cast(extract(year from {0}) as integer), cast(extract(month from {0}) as integer), {1})");

    private static final Map<ChronoUnit, String> TRUNCATED = Map.of(
            ChronoUnit.DAYS, "day",
            ChronoUnit.HOURS, "hour",
            ChronoUnit.MINUTES, "minute",
            ChronoUnit.SECONDS, "second",
            ChronoUnit.MILLIS, "milliseconds",
            ChronoUnit.MICROS, "microseconds",
            ChronoUnit.NANOS, "microseconds");
    private static final Form TRUNCATED_TO = Form.of("date_trunc({1}, {0})");
    private static final Form TIME_TRUNCATED_TO = Form.of("cast(date_trunc({1}, cast({0} as interval)) as time)");

    private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(Byte.class, Short.class, Integer.class, Long.class);

    private JavaTime() {}

    /** {@code unit.between(from, to)}: whole units only. */
    public static <T> NumberExpr<Long> between(ChronoUnit unit, TemporalExpr<T> from, TemporalExpr<T> to) {
        check(unit, from, "between");
        return switch (unit) {
            case YEARS -> whole(YEARS, age(from, to));
            case MONTHS -> whole(ALL_MONTHS, age(from, to));
            case WEEKS -> days(from, to).dividedBy(inline(7));
            case DAYS -> days(from, to);
            default -> whole(inUnits(unit, decimal(SECONDS, from, to)));
        };
    }

    /** {@code Period.between(from, to).getYears()}. */
    public static NumberExpr<Integer> periodYears(TemporalExpr<LocalDate> from, TemporalExpr<LocalDate> to) {
        return decimal(YEARS, age(from, to)).cast(SqlTypes.INTEGER);
    }

    /** {@code Period.between(from, to).getMonths()}: those beside the years. */
    public static NumberExpr<Integer> periodMonths(TemporalExpr<LocalDate> from, TemporalExpr<LocalDate> to) {
        return decimal(MONTHS, age(from, to)).cast(SqlTypes.INTEGER);
    }

    /** {@code Period.between(from, to).getDays()}: those beside the months. */
    public static NumberExpr<Integer> periodDays(TemporalExpr<LocalDate> from, TemporalExpr<LocalDate> to) {
        return Form.typed(SqlTypes.INTEGER, DAYS_OF_PERIOD.of(from, to, age(from, to)));
    }

    /** {@code Period.between(from, to).toTotalMonths()}. */
    public static NumberExpr<Long> totalMonths(TemporalExpr<LocalDate> from, TemporalExpr<LocalDate> to) {
        return between(ChronoUnit.MONTHS, from, to);
    }

    /** {@code Duration.between(from, to)}. */
    public static <T> IntervalExpr<Duration> duration(TemporalExpr<T> from, TemporalExpr<T> to) {
        check(ChronoUnit.SECONDS, from, "duration");
        return Form.typed(SqlTypes.DURATION, SINCE.of(from, to));
    }

    /** {@code duration.toDays()}, {@code toHours()} and so on, down to {@code toNanos()}. */
    public static NumberExpr<Long> in(ChronoUnit unit, IntervalExpr<Duration> duration) {
        if (unit.compareTo(ChronoUnit.DAYS) > 0) {
            throw new SqlException(SqlError.STATEMENT_INVALID, "a duration is not counted in " + unit);
        }
        NumberExpr<BigDecimal> seconds = decimal(EPOCH, duration);
        return whole(inUnits(unit, isFine(unit) ? seconds : decimal(FLOOR, seconds)));
    }

    /** {@code value.plus(amount, unit)}, {@code plusMonths(amount)} and so on; the day stays within the month. */
    public static <T> TemporalExpr<T> plus(
            TemporalExpr<T> value, NumberExpr<? extends Number> amount, ChronoUnit unit) {
        checkAdded(unit, value, "plus");
        return isDays(unit, value)
                ? Form.like(value, PLUS.of(value, inDays(unit, amount)))
                : Moment.as(
                        value,
                        Moment.written(value).plus(interval(unit, amount)).node());
    }

    /** {@code value.minus(amount, unit)}, {@code minusMonths(amount)} and so on; the day stays within the month. */
    public static <T> TemporalExpr<T> minus(
            TemporalExpr<T> value, NumberExpr<? extends Number> amount, ChronoUnit unit) {
        checkAdded(unit, value, "minus");
        return isDays(unit, value)
                ? Form.like(value, MINUS.of(value, inDays(unit, amount)))
                : Moment.as(
                        value,
                        Moment.written(value).minus(interval(unit, amount)).node());
    }

    /** {@code value.plus(duration)}. */
    public static <T> TemporalExpr<T> plus(TemporalExpr<T> value, IntervalExpr<Duration> duration) {
        check(ChronoUnit.SECONDS, value, "plus");
        return Moment.as(value, Moment.written(value).plus(duration).node());
    }

    /** {@code value.minus(duration)}. */
    public static <T> TemporalExpr<T> minus(TemporalExpr<T> value, IntervalExpr<Duration> duration) {
        check(ChronoUnit.SECONDS, value, "minus");
        return Moment.as(value, Moment.written(value).minus(duration).node());
    }

    /** {@code value.get(field)}, {@code getYear()}, {@code getDayOfWeek().getValue()} and so on. */
    public static NumberExpr<Integer> field(TemporalExpr<?> value, ChronoField field) {
        Moment moment = Moment.of(value);
        Form form = FIELDS.get(field);
        if (form == null || (field.isDateBased() ? !moment.hasDate() : !moment.hasTime())) {
            throw Moment.refused("field", field, value);
        }
        return decimal(form, Moment.written(value)).cast(SqlTypes.INTEGER);
    }

    /** {@code date.lengthOfMonth()}. */
    public static NumberExpr<Integer> lengthOfMonth(TemporalExpr<LocalDate> date) {
        return decimal(LENGTH_OF_MONTH, atStartOfDay(date)).cast(SqlTypes.INTEGER);
    }

    /** {@code date.isLeapYear()}. */
    public static Condition isLeapYear(TemporalExpr<LocalDate> date) {
        return Form.typed(SqlTypes.BOOLEAN, IS_LEAP_YEAR.of(atStartOfDay(date)));
    }

    /** {@code date.withDayOfMonth(day)}; as in Java, an error if the month has no such day. */
    public static TemporalExpr<LocalDate> withDayOfMonth(TemporalExpr<LocalDate> date, NumberExpr<Integer> day) {
        return Form.like(date, WITH_DAY.of(date, day));
    }

    /** {@code date.atStartOfDay()}. */
    public static TemporalExpr<LocalDateTime> atStartOfDay(TemporalExpr<LocalDate> date) {
        return date.cast(SqlTypes.TIMESTAMP);
    }

    /** {@code value.toLocalDate()}; that of a point in time in UTC. */
    public static TemporalExpr<LocalDate> toLocalDate(TemporalExpr<?> value) {
        return Moment.written(value).cast(SqlTypes.DATE);
    }

    /** {@code value.toLocalTime()}; that of a point in time in UTC. */
    public static TemporalExpr<LocalTime> toLocalTime(TemporalExpr<?> value) {
        check(ChronoUnit.SECONDS, value, "toLocalTime");
        return Moment.written(value).cast(SqlTypes.TIME);
    }

    /** {@code value.truncatedTo(unit)}. */
    public static <T> TemporalExpr<T> truncatedTo(TemporalExpr<T> value, ChronoUnit unit) {
        String name = TRUNCATED.get(unit);
        Moment moment = Moment.of(value);
        if (name == null || !moment.hasTime()) {
            throw Moment.refused("truncatedTo", unit, value);
        }
        Form form = moment == Moment.TIME ? TIME_TRUNCATED_TO : TRUNCATED_TO;
        return Moment.as(value, form.of(Moment.written(value), inline(name)));
    }

    /** Of a date, units of days and more; of a time, units of less. */
    private static void check(ChronoUnit unit, TemporalExpr<?> value, String function) {
        Moment moment = Moment.of(value);
        if (unit.compareTo(ChronoUnit.YEARS) > 0 || (unit.isDateBased() ? !moment.hasDate() : !moment.hasTime())) {
            throw Moment.refused(function, unit, value);
        }
    }

    /** What is less than a microsecond would be lost; by half days, Java errs from the 256th on. */
    private static void checkAdded(ChronoUnit unit, TemporalExpr<?> value, String function) {
        check(unit, value, function);
        if (unit == ChronoUnit.NANOS || unit == ChronoUnit.HALF_DAYS) {
            throw Moment.refused(function, unit, value);
        }
    }

    private static Expr<?> age(TemporalExpr<?> from, TemporalExpr<?> to) {
        Form form = Moment.of(from) == Moment.DATE ? AGE : AGE_IN_DAYS;
        return Form.typed(SqlTypes.INTERVAL, form.of(Moment.withTime(from), Moment.withTime(to)));
    }

    private static NumberExpr<Long> days(TemporalExpr<?> from, TemporalExpr<?> to) {
        return Moment.of(from) == Moment.DATE
                ? Form.typed(SqlTypes.INTEGER, SINCE.of(from, to)).cast(SqlTypes.BIGINT)
                : whole(decimal(DAYS, from, to));
    }

    /** Seconds in another unit, cut. */
    private static NumberExpr<BigDecimal> inUnits(ChronoUnit unit, NumberExpr<BigDecimal> seconds) {
        if (unit == ChronoUnit.SECONDS) {
            return decimal(TRUNCATE, seconds);
        }
        if (isFine(unit)) {
            long units = Duration.ofSeconds(1).dividedBy(unit.getDuration());
            return decimal(TRUNCATE, seconds.times(inline(Math.toIntExact(units))));
        }
        return decimal(
                QUOTIENT, seconds, inline(Math.toIntExact(unit.getDuration().toSeconds())));
    }

    private static boolean isFine(ChronoUnit unit) {
        return unit.compareTo(ChronoUnit.SECONDS) < 0;
    }

    private static boolean isDays(ChronoUnit unit, TemporalExpr<?> value) {
        return Moment.of(value) == Moment.DATE && unit.compareTo(ChronoUnit.WEEKS) <= 0;
    }

    private static NumberExpr<Integer> inDays(ChronoUnit unit, NumberExpr<? extends Number> amount) {
        int days = unit == ChronoUnit.WEEKS ? 7 : 1;
        Optional<? extends Number> known = Known.constant(checked(amount));
        if (known.isPresent()) {
            return inline(Math.toIntExact(known.get().longValue() * days));
        }
        NumberExpr<Integer> number = JavaNumber.toInteger(amount);
        return days == 1 ? number : number.times(inline(days));
    }

    private static IntervalExpr<?> interval(ChronoUnit unit, NumberExpr<? extends Number> amount) {
        Optional<? extends Number> known = Known.constant(checked(amount));
        return known.isPresent()
                ? interval(unit, known.get().longValue())
                : interval(unit, 1).times(amount);
    }

    private static IntervalExpr<?> interval(ChronoUnit unit, long amount) {
        return switch (unit) {
            case YEARS -> interval(Period.ofYears(Math.toIntExact(amount)));
            case MONTHS -> interval(Period.ofMonths(Math.toIntExact(amount)));
            case WEEKS -> interval(Period.ofWeeks(Math.toIntExact(amount)));
            case DAYS -> interval(Period.ofDays(Math.toIntExact(amount)));
            default -> interval(unit.getDuration().multipliedBy(amount));
        };
    }

    private static IntervalExpr<Interval> interval(Period period) {
        return inline(SqlTypes.INTERVAL, Interval.of(period));
    }

    private static IntervalExpr<Duration> interval(Duration duration) {
        return inline(SqlTypes.DURATION, duration);
    }

    private static NumberExpr<? extends Number> checked(NumberExpr<? extends Number> amount) {
        if (!WHOLE_NUMBERS.contains(amount.type().javaType())) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "units of time are added whole; this is a "
                            + amount.type().javaType().getSimpleName());
        }
        return amount;
    }

    private static NumberExpr<Long> whole(Form form, Expr<?> argument) {
        return whole(decimal(form, argument));
    }

    private static NumberExpr<Long> whole(NumberExpr<BigDecimal> number) {
        return number.cast(SqlTypes.BIGINT);
    }

    private static NumberExpr<BigDecimal> decimal(Form form, Expr<?>... arguments) {
        return Form.typed(SqlTypes.NUMERIC, form.of(arguments));
    }
}
