// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.exercises;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Aggregates.min;
import static dev.athanor.sql.Aggregates.sum;
import static dev.athanor.sql.Functions.coalesce;
import static dev.athanor.sql.Functions.nullif;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Tables.generateSeries;
import static dev.athanor.sql.Windows.lag;
import static dev.athanor.sql.Windows.orderBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.CommonTable;
import dev.athanor.sql.FunctionTable;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.Select;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TemporalExpr;
import dev.athanor.sql.TemporalField;
import dev.athanor.sql.exercises.Shop.Bookings;
import dev.athanor.sql.exercises.Shop.Customers;
import dev.athanor.sql.exercises.Shop.Lines;
import dev.athanor.sql.exercises.Shop.NightShifts;
import dev.athanor.sql.exercises.Shop.Orders;
import dev.athanor.sql.exercises.Shop.Takings;
import dev.athanor.sql.type.Interval;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Calendars, ages, overlaps, and clocks that are put forward and back. */
class TimeExercisesTest extends Exercises {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Takings t = new Takings("t");
    private final Bookings b = new Bookings("b");
    private final NightShifts n = new NightShifts("n");

    @Test
    void theTakingsOfEachDayOfAWeekEvenIfThereAreNone() {
        record Day(LocalDate day, int amount) {}
        FunctionTable<TemporalExpr<LocalDate>> days =
                generateSeries("days", LocalDate.parse("2024-03-04"), LocalDate.parse("2024-03-10"), Period.ofDays(1));
        Select<Day> query = select(Day.class, days.value(), coalesce(t.amount, inline(0)))
                .from(days)
                .leftJoin(t, t.day.eq(days.value()))
                .orderBy(days.value().asc());

        assertThat(list(query))
                .containsExactly(
                        new Day(LocalDate.parse("2024-03-04"), 0),
                        new Day(LocalDate.parse("2024-03-05"), 80),
                        new Day(LocalDate.parse("2024-03-06"), 120),
                        new Day(LocalDate.parse("2024-03-07"), 0),
                        new Day(LocalDate.parse("2024-03-08"), 0),
                        new Day(LocalDate.parse("2024-03-09"), 0),
                        new Day(LocalDate.parse("2024-03-10"), 100));
    }

    @Test
    void howManyOrdersWerePlacedEachMonth() {
        record Month(LocalDate month, long orders) {}
        Orders o = new Orders("o");
        TemporalExpr<LocalDate> month = o.placed.truncate(TemporalField.MONTH);
        Select<Month> query = select(Month.class, month, count()).groupBy(month).orderBy(month.asc());

        assertThat(list(query))
                .containsExactly(
                        new Month(LocalDate.parse("2024-01-01"), 2),
                        new Month(LocalDate.parse("2024-02-01"), 2),
                        new Month(LocalDate.parse("2024-04-01"), 2));
    }

    @Test
    void howMuchTheQuantityGrewFromMonthToMonth() {
        record Growth(
                LocalDate month, int quantity, @Nullable Integer percent) {}
        Orders o = new Orders("o");
        Lines l = new Lines("l");
        FunctionTable<TemporalExpr<LocalDate>> months = generateSeries(
                "months", LocalDate.parse("2024-01-01"), LocalDate.parse("2024-04-01"), Period.ofMonths(1));
        TemporalExpr<LocalDate> month = months.value().as("month");
        NumberExpr<Integer> quantity = coalesce(sum(l.quantity), inline(0)).as("quantity");
        CommonTable sold = select(month, quantity)
                .from(months)
                .leftJoin(o, o.placed.truncate(TemporalField.MONTH).eq(months.value()))
                .leftJoin(o.lines, l)
                .groupBy(months.value())
                .asCommonTable("sold");
        NumberExpr<Integer> before =
                lag(sold.get(quantity)).over(orderBy(sold.get(month).asc()));
        Select<Growth> query = select(
                        Growth.class,
                        sold.get(month),
                        sold.get(quantity),
                        sold.get(quantity).minus(before).times(100).dividedBy(nullif(before, inline(0))))
                .from(sold)
                .orderBy(sold.get(month).asc());

        assertThat(list(query))
                .containsExactly(
                        new Growth(LocalDate.parse("2024-01-01"), 12, null),
                        new Growth(LocalDate.parse("2024-02-01"), 8, -33),
                        new Growth(LocalDate.parse("2024-03-01"), 0, -100),
                        new Growth(LocalDate.parse("2024-04-01"), 13, null));
    }

    @Test
    void howOldCustomersAreOnLeapDay() {
        record Aged(String name, Interval age, int years) {}
        Customers c = new Customers("c");
        LocalDate leapDay = LocalDate.parse("2024-02-29");
        Select<Aged> query = select(
                        Aged.class,
                        c.name,
                        c.born.ageAt(leapDay),
                        c.born.ageAt(leapDay).years())
                .orderBy(c.born.asc());

        assertThat(list(query))
                .containsExactly(
                        new Aged("Dan", Interval.of(Period.of(53, 7, 25)), 53),
                        new Aged("Ada", Interval.of(Period.of(38, 2, 19)), 38),
                        new Aged("Bob", Interval.of(Period.of(33, 11, 28)), 33),
                        new Aged("Cleo", Interval.of(Period.of(24, 0, 0)), 24));
    }

    @Test
    void whatIsTakenOnWhichDaysOfTheWeek() {
        record Weekday(int number, String name, int amount) {}
        NumberExpr<Integer> number = t.day.dayOfWeek();
        Select<Weekday> query = select(Weekday.class, number, min(t.day).format("FMDay"), sum(t.amount))
                .groupBy(number)
                .orderBy(number.asc());

        assertThat(list(query))
                .containsExactly(
                        new Weekday(2, "Tuesday", 80),
                        new Weekday(3, "Wednesday", 120),
                        new Weekday(5, "Friday", 100),
                        new Weekday(6, "Saturday", 140),
                        new Weekday(7, "Sunday", 160));
    }

    /** Two bookings overlap if each begins before the other ends. */
    @Test
    void bookingsOfTheSameRoomThatOverlap() {
        record Conflict(String room, String one, String other) {}
        Bookings other = new Bookings("other");
        Select<Conflict> query = select(Conflict.class, b.room, b.guest, other.guest)
                .from(b)
                .join(
                        other,
                        other.room
                                .eq(b.room)
                                .and(other.id.gt(b.id))
                                .and(b.arrival.lt(other.departure))
                                .and(other.arrival.lt(b.departure)));

        assertThat(list(query)).containsExactly(new Conflict("blue", "Ada", "Bob"));
    }

    @Test
    void howManyRoomsAreTakenEachNight() {
        record Night(LocalDate night, long rooms) {}
        FunctionTable<TemporalExpr<LocalDate>> nights =
                generateSeries("nights", b.arrival, b.departure.minus(Period.ofDays(1)), Period.ofDays(1));
        Select<Night> query = select(Night.class, nights.value(), count())
                .from(b, nights)
                .groupBy(nights.value())
                .orderBy(nights.value().asc());

        assertThat(list(query))
                .containsExactly(
                        new Night(LocalDate.parse("2024-03-01"), 1),
                        new Night(LocalDate.parse("2024-03-02"), 2),
                        new Night(LocalDate.parse("2024-03-03"), 3),
                        new Night(LocalDate.parse("2024-03-04"), 2),
                        new Night(LocalDate.parse("2024-03-05"), 1),
                        new Night(LocalDate.parse("2024-03-06"), 1),
                        new Night(LocalDate.parse("2024-03-07"), 1));
    }

    @Test
    void howLongNightShiftsWereWhenClocksWerePutForwardAndBack() {
        record Shift(String guard, LocalDate evening, Duration byTheClock, Duration worked) {}
        Select<Shift> query = select(
                        Shift.class,
                        n.guard,
                        n.began.atZone(BERLIN).date(),
                        n.ended.atZone(BERLIN).since(n.began.atZone(BERLIN)),
                        n.ended.since(n.began))
                .orderBy(n.began.asc());

        assertThat(list(query))
                .containsExactly(
                        new Shift("Ida", LocalDate.parse("2024-01-10"), Duration.ofHours(8), Duration.ofHours(8)),
                        new Shift("Jon", LocalDate.parse("2024-03-30"), Duration.ofHours(8), Duration.ofHours(7)),
                        new Shift("Kim", LocalDate.parse("2024-10-26"), Duration.ofHours(8), Duration.ofHours(9)));
    }

    @Test
    void whenItIsNineInBerlinOnTheDaysAroundTheChange() {
        FunctionTable<TemporalExpr<LocalDate>> days =
                generateSeries("days", LocalDate.parse("2024-03-30"), LocalDate.parse("2024-04-01"), Period.ofDays(1));
        TemporalExpr<OffsetDateTime> nine =
                days.value().cast(SqlTypes.TIMESTAMP).plus(Duration.ofHours(9)).inZone(BERLIN);

        assertThat(list(selectValue(nine).from(days).orderBy(nine.asc())))
                .containsExactly(
                        OffsetDateTime.parse("2024-03-30T08:00Z"),
                        OffsetDateTime.parse("2024-03-31T07:00Z"),
                        OffsetDateTime.parse("2024-04-01T07:00Z"));
    }

    /** Midnight is another point in time in summer than in winter. */
    @Test
    void theMidnightsBeforeTheShifts() {
        TemporalExpr<OffsetDateTime> midnight = n.began.truncate(TemporalField.DAY, BERLIN);

        assertThat(list(selectValue(midnight).orderBy(midnight.asc())))
                .containsExactly(
                        OffsetDateTime.parse("2024-01-09T23:00Z"),
                        OffsetDateTime.parse("2024-03-29T23:00Z"),
                        OffsetDateTime.parse("2024-10-25T22:00Z"));
    }
}
