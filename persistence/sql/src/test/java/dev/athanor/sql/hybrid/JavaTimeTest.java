// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.hybrid;

import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.athanor.sql.DateTypes;
import dev.athanor.sql.IntervalExpr;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TemporalExpr;
import dev.athanor.sql.Type;
import dev.athanor.sql.hybrid.Samples.One;
import dev.athanor.sql.hybrid.Samples.Two;
import dev.athanor.sql.hybrid.Samples.Values;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JavaTimeTest extends Comparing {
    private static final int MANY = 4000;
    private static final List<ChronoUnit> OF_DATES =
            List.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS, ChronoUnit.YEARS);
    private static final List<ChronoUnit> OF_TIMES =
            List.of(ChronoUnit.MICROS, ChronoUnit.MILLIS, ChronoUnit.SECONDS, ChronoUnit.MINUTES, ChronoUnit.HOURS);
    private static final List<ChronoUnit> OF_DURATIONS =
            List.of(ChronoUnit.SECONDS, ChronoUnit.MINUTES, ChronoUnit.HOURS, ChronoUnit.DAYS);
    private static final List<ChronoField> FIELDS_OF_DATES = List.of(
            ChronoField.YEAR,
            ChronoField.MONTH_OF_YEAR,
            ChronoField.DAY_OF_MONTH,
            ChronoField.DAY_OF_YEAR,
            ChronoField.DAY_OF_WEEK);
    private static final List<ChronoField> FIELDS_OF_TIMES = List.of(
            ChronoField.HOUR_OF_DAY,
            ChronoField.MINUTE_OF_HOUR,
            ChronoField.SECOND_OF_MINUTE,
            ChronoField.NANO_OF_SECOND);

    /** One that is far from UTC, with a clock that is put forward and back. */
    @BeforeEach
    void useAnotherZone() throws SQLException {
        connection.createStatement().execute("set time zone 'America/St_Johns'");
    }

    @Test
    void unitsBetweenDatesAreCounted() {
        Two<LocalDate, TemporalExpr<LocalDate>, LocalDate, TemporalExpr<LocalDate>> dates = spansOfDates();
        for (ChronoUnit unit : OF_DATES) {
            dates.agree((from, to) -> JavaTime.between(unit, from, to), unit::between);
        }
    }

    @Test
    void unitsBetweenTimesAreCounted() {
        for (ChronoUnit unit : both(OF_DATES, OF_TIMES)) {
            spans(SqlTypes.TIMESTAMP, time -> time)
                    .agree((from, to) -> JavaTime.between(unit, from, to), unit::between);
            spans(SqlTypes.TIMESTAMPTZ, JavaTimeTest::offset)
                    .agree((from, to) -> JavaTime.between(unit, from, to), unit::between);
        }
        for (ChronoUnit unit : OF_TIMES) {
            spans(SqlTypes.INSTANT, JavaTimeTest::instant)
                    .agree((from, to) -> JavaTime.between(unit, from, to), (from, to) -> between(unit, from, to));
            spans(SqlTypes.TIME, LocalDateTime::toLocalTime)
                    .agree((from, to) -> JavaTime.between(unit, from, to), unit::between);
        }
    }

    /** On JDK 17, instants count the milliseconds of their clocks, and fail at the microseconds of 300 years. */
    private static long between(ChronoUnit unit, Instant from, Instant to) {
        return unit.between(from.atOffset(ZoneOffset.UTC), to.atOffset(ZoneOffset.UTC));
    }

    @Test
    void periodsBetweenDatesAreTold() {
        Two<LocalDate, TemporalExpr<LocalDate>, LocalDate, TemporalExpr<LocalDate>> dates = spansOfDates();
        dates.agree(
                JavaTime::periodYears, (from, to) -> Period.between(from, to).getYears());
        dates.agree(
                JavaTime::periodMonths, (from, to) -> Period.between(from, to).getMonths());
        dates.agree(JavaTime::periodDays, JavaTimeTest::daysOfPeriod);
        dates.agree(
                JavaTime::totalMonths, (from, to) -> Period.between(from, to).toTotalMonths());
    }

    @SuppressWarnings("JavaPeriodGetDays") // those beside the months are asked for
    private static int daysOfPeriod(LocalDate from, LocalDate to) {
        return Period.between(from, to).getDays();
    }

    @Test
    void durationsAreMeasured() {
        spans(SqlTypes.TIMESTAMP, time -> time).agree(JavaTime::duration, Duration::between);
        spans(SqlTypes.TIMESTAMPTZ, JavaTimeTest::offset).agree(JavaTime::duration, Duration::between);
        spans(SqlTypes.INSTANT, JavaTimeTest::instant).agree(JavaTime::duration, Duration::between);
        spans(SqlTypes.TIME, LocalDateTime::toLocalTime).agree(JavaTime::duration, Duration::between);
    }

    @Test
    void durationsAreCountedInUnits() {
        One<Duration, IntervalExpr<Duration>> durations = durations();
        durations.agree(a -> JavaTime.in(ChronoUnit.DAYS, a), Duration::toDays);
        durations.agree(a -> JavaTime.in(ChronoUnit.HOURS, a), Duration::toHours);
        durations.agree(a -> JavaTime.in(ChronoUnit.MINUTES, a), Duration::toMinutes);
        durations.agree(a -> JavaTime.in(ChronoUnit.SECONDS, a), Duration::toSeconds);
        durations.agree(a -> JavaTime.in(ChronoUnit.MILLIS, a), Duration::toMillis);
        durations
                .where(duration -> duration.abs().toDays() < 100_000)
                .agree(a -> JavaTime.in(ChronoUnit.NANOS, a), Duration::toNanos);
    }

    @Test
    void unitsAreAddedToDates() {
        for (ChronoUnit unit : OF_DATES) {
            shifted(SqlTypes.DATE, LocalDateTime::toLocalDate, unit);
        }
    }

    @Test
    void unitsAreAddedToTimes() {
        for (ChronoUnit unit : both(OF_DATES, OF_TIMES)) {
            shifted(SqlTypes.TIMESTAMP, time -> time, unit);
            shifted(SqlTypes.TIMESTAMPTZ, JavaTimeTest::offset, unit);
        }
        for (ChronoUnit unit : OF_TIMES) {
            shifted(SqlTypes.INSTANT, JavaTimeTest::instant, unit);
            shifted(SqlTypes.TIME, LocalDateTime::toLocalTime, unit);
        }
    }

    private <T extends Temporal> void shifted(
            Type<T, TemporalExpr<T>> type, Function<LocalDateTime, T> from, ChronoUnit unit) {
        int most = unit == ChronoUnit.YEARS ? 900 : 10_000;
        List<Values<T, Integer, Integer>> rows = Times.list(
                random -> {
                    LocalDateTime time = Times.dateTime(random).withYear(1000 + random.nextInt(8000));
                    int amount = (random.nextInt(2 * most) - most) >> random.nextInt(10);
                    return new Values<>(from.apply(time), amount, null);
                },
                MANY);
        Two<T, TemporalExpr<T>, Integer, NumberExpr<Integer>> amounts =
                new Two<>(queries, type, SqlTypes.INTEGER, rows);
        amounts.agree(
                (time, amount) -> JavaTime.plus(time, amount, unit), (time, amount) -> plus(type, time, amount, unit));
        amounts.agree(
                (time, amount) -> JavaTime.minus(time, JavaNumber.toLong(amount), unit),
                (time, amount) -> plus(type, time, -amount, unit));
    }

    private static <T extends Temporal> T plus(Type<T, ?> type, T time, long amount, ChronoUnit unit) {
        return type.javaType().cast(time.plus(amount, unit));
    }

    @Test
    void durationsAreAdded() {
        List<Duration> durations = Times.list(JavaTimeTest::duration, MANY);
        addedDurations(SqlTypes.TIMESTAMP, time -> time, durations);
        addedDurations(SqlTypes.TIMESTAMPTZ, JavaTimeTest::offset, durations);
        addedDurations(SqlTypes.INSTANT, JavaTimeTest::instant, durations);
        addedDurations(SqlTypes.TIME, LocalDateTime::toLocalTime, durations);
    }

    private <T extends Temporal> void addedDurations(
            Type<T, TemporalExpr<T>> type, Function<LocalDateTime, T> from, List<Duration> durations) {
        Random random = Samples.random();
        List<Values<T, Duration, Duration>> rows = durations.stream()
                .map(duration -> new Values<>(
                        from.apply(Times.dateTime(random).withYear(4000 + random.nextInt(2000))), duration, duration))
                .toList();
        Two<T, TemporalExpr<T>, Duration, IntervalExpr<Duration>> sums =
                new Two<>(queries, type, SqlTypes.DURATION, rows);
        sums.agree(JavaTime::plus, (time, duration) -> type.javaType().cast(time.plus(duration)));
        sums.agree(JavaTime::minus, (time, duration) -> type.javaType().cast(time.minus(duration)));
    }

    @Test
    void fieldsAreRead() {
        for (ChronoField field : FIELDS_OF_DATES) {
            times(SqlTypes.DATE, LocalDateTime::toLocalDate)
                    .agree(time -> JavaTime.field(time, field), time -> time.get(field));
        }
        for (ChronoField field : FIELDS_OF_TIMES) {
            times(SqlTypes.TIME, LocalDateTime::toLocalTime)
                    .agree(time -> JavaTime.field(time, field), time -> time.get(field));
        }
        for (ChronoField field : both(FIELDS_OF_DATES, FIELDS_OF_TIMES)) {
            times(SqlTypes.TIMESTAMP, time -> time).agree(time -> JavaTime.field(time, field), time -> time.get(field));
            times(SqlTypes.TIMESTAMPTZ, JavaTimeTest::offset)
                    .agree(time -> JavaTime.field(time, field), time -> time.get(field));
        }
    }

    @Test
    void monthsAndYearsHaveTheirLengths() {
        One<LocalDate, TemporalExpr<LocalDate>> dates = times(SqlTypes.DATE, LocalDateTime::toLocalDate);
        dates.agree(JavaTime::lengthOfMonth, LocalDate::lengthOfMonth);
        dates.agree(JavaTime::isLeapYear, LocalDate::isLeapYear);
        dates.agree(JavaTime::atStartOfDay, LocalDate::atStartOfDay);
        dates.agree(date -> JavaTime.withDayOfMonth(date, inline(1)), date -> date.withDayOfMonth(1));
        dates.agree(
                date -> JavaTime.withDayOfMonth(date, JavaTime.lengthOfMonth(date)),
                date -> date.withDayOfMonth(date.lengthOfMonth()));
        assertThatExceptionOfType(SqlException.class)
                .isThrownBy(() ->
                        queries.one(selectValue(JavaTime.withDayOfMonth(value(LocalDate.of(2023, 2, 1)), value(29)))));
    }

    @Test
    void partsAreTaken() {
        times(SqlTypes.TIMESTAMP, time -> time).agree(JavaTime::toLocalDate, LocalDateTime::toLocalDate);
        times(SqlTypes.TIMESTAMP, time -> time).agree(JavaTime::toLocalTime, LocalDateTime::toLocalTime);
        times(SqlTypes.TIMESTAMPTZ, JavaTimeTest::offset).agree(JavaTime::toLocalDate, OffsetDateTime::toLocalDate);
        times(SqlTypes.TIMESTAMPTZ, JavaTimeTest::offset).agree(JavaTime::toLocalTime, OffsetDateTime::toLocalTime);
    }

    @Test
    void timesAreTruncated() {
        for (ChronoUnit unit : List.of(
                ChronoUnit.DAYS,
                ChronoUnit.HOURS,
                ChronoUnit.MINUTES,
                ChronoUnit.SECONDS,
                ChronoUnit.MILLIS,
                ChronoUnit.MICROS,
                ChronoUnit.NANOS)) {
            times(SqlTypes.TIMESTAMP, time -> time)
                    .agree(time -> JavaTime.truncatedTo(time, unit), time -> time.truncatedTo(unit));
            times(SqlTypes.TIMESTAMPTZ, JavaTimeTest::offset)
                    .agree(time -> JavaTime.truncatedTo(time, unit), time -> time.truncatedTo(unit));
            times(SqlTypes.INSTANT, JavaTimeTest::instant)
                    .agree(time -> JavaTime.truncatedTo(time, unit), time -> time.truncatedTo(unit));
            times(SqlTypes.TIME, LocalDateTime::toLocalTime)
                    .agree(time -> JavaTime.truncatedTo(time, unit), time -> time.truncatedTo(unit));
        }
    }

    @Test
    void whatJavaRefusesIsRefused() {
        TemporalExpr<LocalDate> date = value(LocalDate.EPOCH);
        TemporalExpr<LocalTime> time = value(SqlTypes.TIME, LocalTime.NOON);
        TemporalExpr<Timestamp> old = value(DateTypes.TIMESTAMP, new Timestamp(0));
        refused(() -> JavaTime.between(ChronoUnit.HOURS, date, date), "Hours", "LocalDate");
        refused(() -> JavaTime.between(ChronoUnit.DAYS, time, time), "Days", "LocalTime");
        refused(() -> JavaTime.between(ChronoUnit.DAYS, old, old), "java.sql.Timestamp");
        refused(() -> JavaTime.duration(date, date), "LocalDate");
        refused(() -> JavaTime.plus(date, value(1), ChronoUnit.MINUTES), "Minutes", "LocalDate");
        refused(() -> JavaTime.minus(time, value(1), ChronoUnit.NANOS), "Nanos");
        refused(() -> JavaTime.plus(time, value(1), ChronoUnit.HALF_DAYS), "HalfDays");
        refused(() -> JavaTime.plus(date, value(1.5), ChronoUnit.DAYS), "Double");
        refused(() -> JavaTime.field(date, ChronoField.HOUR_OF_DAY), "HourOfDay", "LocalDate");
        refused(() -> JavaTime.field(time, ChronoField.YEAR), "Year", "LocalTime");
        refused(() -> JavaTime.truncatedTo(date, ChronoUnit.DAYS), "LocalDate");
        refused(() -> JavaTime.toLocalTime(date), "LocalDate");
    }

    private static void refused(ThrowingCallable call, String... words) {
        assertThatExceptionOfType(SqlException.class).isThrownBy(call).withMessageContainingAll(words);
    }

    private Two<LocalDate, TemporalExpr<LocalDate>, LocalDate, TemporalExpr<LocalDate>> spansOfDates() {
        return new Two<>(queries, SqlTypes.DATE, SqlTypes.DATE, Times.spansOfDates(2 * MANY));
    }

    private <T> Two<T, TemporalExpr<T>, T, TemporalExpr<T>> spans(
            Type<T, TemporalExpr<T>> type, Function<LocalDateTime, T> from) {
        List<Values<T, T, T>> rows = Times.spans(from, MANY);
        return new Two<>(queries, type, type, rows);
    }

    private <T> One<T, TemporalExpr<T>> times(Type<T, TemporalExpr<T>> type, Function<LocalDateTime, T> from) {
        return new One<>(queries, type, Times.list(random -> from.apply(Times.dateTime(random)), MANY));
    }

    private One<Duration, IntervalExpr<Duration>> durations() {
        return new One<>(queries, SqlTypes.DURATION, Times.list(JavaTimeTest::duration, MANY));
    }

    /** Up to some hundred years, and often close to a whole number of some unit. */
    private static Duration duration(Random random) {
        Duration near = Duration.of(random.nextInt(2001) - 1000, OF_DURATIONS.get(random.nextInt(OF_DURATIONS.size())));
        return switch (random.nextInt(3)) {
            case 0 -> near;
            case 1 -> near.plus(random.nextInt(5) - 2, ChronoUnit.MICROS);
            default -> Duration.of(random.nextLong() >> (10 + random.nextInt(50)), ChronoUnit.MICROS);
        };
    }

    private static OffsetDateTime offset(LocalDateTime time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC);
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
