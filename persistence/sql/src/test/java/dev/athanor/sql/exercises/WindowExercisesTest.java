// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.exercises;

import static dev.athanor.sql.Aggregates.avg;
import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Aggregates.max;
import static dev.athanor.sql.Aggregates.min;
import static dev.athanor.sql.Aggregates.sum;
import static dev.athanor.sql.Bound.currentRow;
import static dev.athanor.sql.Bound.following;
import static dev.athanor.sql.Bound.preceding;
import static dev.athanor.sql.Bound.unboundedFollowing;
import static dev.athanor.sql.Bound.unboundedPreceding;
import static dev.athanor.sql.Functions.interval;
import static dev.athanor.sql.Functions.when;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Windows.firstValue;
import static dev.athanor.sql.Windows.lag;
import static dev.athanor.sql.Windows.lastValue;
import static dev.athanor.sql.Windows.lead;
import static dev.athanor.sql.Windows.nthValue;
import static dev.athanor.sql.Windows.orderBy;
import static dev.athanor.sql.Windows.partitionBy;
import static dev.athanor.sql.Windows.rowNumber;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.Derived;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.Select;
import dev.athanor.sql.TemporalExpr;
import dev.athanor.sql.TemporalField;
import dev.athanor.sql.TextExpr;
import dev.athanor.sql.Windowing;
import dev.athanor.sql.exercises.Shop.Lines;
import dev.athanor.sql.exercises.Shop.Orders;
import dev.athanor.sql.exercises.Shop.Takings;
import dev.athanor.sql.exercises.Shop.Visits;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the rows before and after a row say about it. */
class WindowExercisesTest extends Exercises {
    private final Takings t = new Takings("t");
    private final Visits v = new Visits("v");

    @Test
    void whatWasTakenUpToEachDay() {
        record Sum(int day, int amount, int total) {}
        Select<Sum> query = select(
                        Sum.class, t.day.day(), t.amount, sum(t.amount).over(orderBy(t.day.asc())))
                .orderBy(t.day.asc());

        assertThat(list(query))
                .containsExactly(
                        new Sum(1, 100, 100),
                        new Sum(2, 140, 240),
                        new Sum(3, 60, 300),
                        new Sum(5, 80, 380),
                        new Sum(6, 120, 500),
                        new Sum(10, 100, 600));
    }

    /** The last three rows, or those of the last three days: they differ where days are missing. */
    @Test
    void theMovingAverageOfThree() {
        record Average(int day, BigDecimal ofRows, BigDecimal ofDays) {}
        Windowing byDay = orderBy(t.day.asc());
        Select<Average> query = select(
                        Average.class,
                        t.day.day(),
                        avg(t.amount)
                                .over(byDay.rows(preceding(2), currentRow()))
                                .round(1),
                        avg(t.amount)
                                .over(byDay.range(preceding(Period.ofDays(2)), currentRow()))
                                .round(1))
                .orderBy(t.day.asc());

        assertThat(list(query))
                .containsExactly(
                        new Average(1, new BigDecimal("100.0"), new BigDecimal("100.0")),
                        new Average(2, new BigDecimal("120.0"), new BigDecimal("120.0")),
                        new Average(3, new BigDecimal("100.0"), new BigDecimal("100.0")),
                        new Average(5, new BigDecimal("93.3"), new BigDecimal("70.0")),
                        new Average(6, new BigDecimal("86.7"), new BigDecimal("100.0")),
                        new Average(10, new BigDecimal("100.0"), new BigDecimal("100.0")));
    }

    @Test
    void theAverageOfTheDayBeforeAndTheDayAfterButNotTheDayItself() {
        record Around(int day, @Nullable BigDecimal average) {}
        Windowing around = orderBy(t.day.asc())
                .range(preceding(Period.ofDays(1)), following(Period.ofDays(1)))
                .excludeCurrentRow();
        Select<Around> query = select(
                        Around.class, t.day.day(), avg(t.amount).over(around).round(0))
                .orderBy(t.day.asc());

        assertThat(list(query))
                .containsExactly(
                        new Around(1, new BigDecimal("140")),
                        new Around(2, new BigDecimal("80")),
                        new Around(3, new BigDecimal("140")),
                        new Around(5, new BigDecimal("120")),
                        new Around(6, new BigDecimal("80")),
                        new Around(10, null));
    }

    @Test
    void howMuchMoreWasTakenThanTheTimeBeforeAndHowManyDaysPassedUntilTheNext() {
        record Change(
                int day, @Nullable Integer more, @Nullable Integer daysUntilNext) {}
        Windowing byDay = orderBy(t.day.asc());
        Select<Change> query = select(
                        Change.class,
                        t.day.day(),
                        t.amount.minus(lag(t.amount).over(byDay)),
                        lead(t.day).over(byDay).daysSince(t.day))
                .orderBy(t.day.asc());

        assertThat(list(query))
                .containsExactly(
                        new Change(1, null, 1),
                        new Change(2, 40, 1),
                        new Change(3, -80, 2),
                        new Change(5, 20, 1),
                        new Change(6, 40, 4),
                        new Change(10, -20, null));
    }

    /** A frame ends at the row itself if it is not said to end elsewhere. */
    @Test
    void theFirstTheSecondAndTheLastPageOfEachVisitor() {
        record Trail(String visitor, String first, String second, String last) {}
        Windowing visits = partitionBy(v.visitor).orderBy(v.at.asc()).rows(unboundedPreceding(), unboundedFollowing());
        Select<Trail> query = select(
                        Trail.class,
                        v.visitor,
                        firstValue(v.page).over(visits),
                        nthValue(v.page, 2).over(visits),
                        lastValue(v.page).over(visits))
                .distinct()
                .orderBy(v.visitor.asc());

        assertThat(list(query))
                .containsExactly(new Trail("ada", "home", "pens", "home"), new Trail("bob", "home", "lamps", "lamps"));
    }

    /** In a run of days, the day less its number is the same. */
    @Test
    void runsOfDaysWithoutAGap() {
        record Run(LocalDate first, LocalDate last, long days) {}
        NumberExpr<Long> number = rowNumber().over(orderBy(t.day.asc()));
        TemporalExpr<LocalDate> anchor =
                t.day.minus(interval(Period.ofDays(1)).times(number)).as("anchor");
        Derived days = select(t.day, anchor).asTable("days");
        Select<Run> query = select(Run.class, min(days.get(t.day)), max(days.get(t.day)), count())
                .from(days)
                .groupBy(days.get(anchor))
                .orderBy(min(days.get(t.day)).asc());

        assertThat(list(query))
                .containsExactly(
                        new Run(LocalDate.parse("2024-03-01"), LocalDate.parse("2024-03-03"), 3),
                        new Run(LocalDate.parse("2024-03-05"), LocalDate.parse("2024-03-06"), 2),
                        new Run(LocalDate.parse("2024-03-10"), LocalDate.parse("2024-03-10"), 1));
    }

    @Test
    void gapsBetweenDays() {
        record Gap(LocalDate from, LocalDate to) {}
        TemporalExpr<LocalDate> next = lead(t.day).over(orderBy(t.day.asc())).as("next");
        Derived days = select(t.day, next).asTable("days");
        Select<Gap> query = select(
                        Gap.class,
                        days.get(t.day).plus(Period.ofDays(1)),
                        days.get(next).minus(Period.ofDays(1)))
                .from(days)
                .where(days.get(next).daysSince(days.get(t.day)).gt(1))
                .orderBy(days.get(t.day).asc());

        assertThat(list(query))
                .containsExactly(
                        new Gap(LocalDate.parse("2024-03-04"), LocalDate.parse("2024-03-04")),
                        new Gap(LocalDate.parse("2024-03-07"), LocalDate.parse("2024-03-09")));
    }

    /** A visit after more than half an hour begins a session; the number of beginnings so far is the session's. */
    @Test
    void sessionsOfVisitors() {
        record Session(String visitor, LocalDateTime from, LocalDateTime to, long pages) {}
        Windowing before = partitionBy(v.visitor).orderBy(v.at.asc());
        NumberExpr<Integer> begins = when(v.at.since(lag(v.at).over(before)).le(Duration.ofMinutes(30)), inline(0))
                .otherwise(inline(1))
                .as("begins");
        Derived visits = select(v.visitor, v.at, begins).asTable("visits");
        TextExpr visitor = visits.get(v.visitor);
        TemporalExpr<LocalDateTime> at = visits.get(v.at);
        NumberExpr<Integer> session = sum(visits.get(begins))
                .over(partitionBy(visitor).orderBy(at.asc()))
                .as("session");
        Derived numbered = select(visitor, at, session).from(visits).asTable("numbered");
        Select<Session> query = select(
                        Session.class, numbered.get(visitor), min(numbered.get(at)), max(numbered.get(at)), count())
                .from(numbered)
                .groupBy(numbered.get(visitor), numbered.get(session))
                .orderBy(numbered.get(visitor).asc(), numbered.get(session).asc());

        LocalDateTime nine = LocalDateTime.parse("2024-03-01T09:00");
        assertThat(list(query))
                .containsExactly(
                        new Session("ada", nine, nine.plusMinutes(10), 2),
                        new Session("ada", nine.plusMinutes(45), nine.plusMinutes(75), 2),
                        new Session("bob", nine.plusMinutes(5), nine.plusMinutes(5), 1),
                        new Session("bob", nine.plusHours(3), nine.plusHours(3), 1));
    }

    /** Windows look at groups, once these are made: a sum of sums. */
    @Test
    void howManyWereOrderedEachMonthAndUpToThen() {
        record Month(LocalDate month, int quantity, int total) {}
        Orders o = new Orders("o");
        Lines l = new Lines("l");
        TemporalExpr<LocalDate> month = o.placed.truncate(TemporalField.MONTH);
        Select<Month> query = select(
                        Month.class,
                        month,
                        sum(l.quantity),
                        sum(sum(l.quantity)).over(orderBy(month.asc())))
                .from(o)
                .join(o.lines, l)
                .groupBy(month)
                .orderBy(month.asc());

        assertThat(list(query))
                .containsExactly(
                        new Month(LocalDate.parse("2024-01-01"), 12, 12),
                        new Month(LocalDate.parse("2024-02-01"), 8, 20),
                        new Month(LocalDate.parse("2024-04-01"), 13, 33));
    }
}
