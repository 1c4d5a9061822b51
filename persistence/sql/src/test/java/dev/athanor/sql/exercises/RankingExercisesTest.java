// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.exercises;

import static dev.athanor.sql.Aggregates.avg;
import static dev.athanor.sql.Aggregates.sum;
import static dev.athanor.sql.Bound.unboundedFollowing;
import static dev.athanor.sql.Bound.unboundedPreceding;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Windows.cumeDist;
import static dev.athanor.sql.Windows.denseRank;
import static dev.athanor.sql.Windows.ntile;
import static dev.athanor.sql.Windows.orderBy;
import static dev.athanor.sql.Windows.partitionBy;
import static dev.athanor.sql.Windows.percentRank;
import static dev.athanor.sql.Windows.rank;
import static dev.athanor.sql.Windows.rowNumber;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.Derived;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.Select;
import dev.athanor.sql.Windowing;
import dev.athanor.sql.exercises.Shop.Staff;
import dev.athanor.sql.exercises.Shop.Visits;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Places in an order. */
class RankingExercisesTest extends Exercises {
    private final Staff s = new Staff("s");
    private final Visits v = new Visits("v");

    /** Equal rows: numbered nevertheless, at the same place with a gap after it, or without. */
    @Test
    void threeWaysToRankSalaries() {
        record Ranked(String name, int salary, long row, long rank, long dense) {}
        Windowing bySalary = orderBy(s.salary.desc());
        Select<Ranked> query = select(
                        Ranked.class,
                        s.name,
                        s.salary,
                        rowNumber().over(orderBy(s.salary.desc(), s.name.asc())),
                        rank().over(bySalary),
                        denseRank().over(bySalary))
                .orderBy(s.salary.desc(), s.name.asc());

        assertThat(list(query))
                .containsExactly(
                        new Ranked("Grace", 9000, 1, 1, 1),
                        new Ranked("Ken", 6500, 2, 2, 2),
                        new Ranked("Barbara", 6000, 3, 3, 3),
                        new Ranked("Linus", 6000, 4, 3, 3),
                        new Ranked("Frances", 5000, 5, 5, 4),
                        new Ranked("Dennis", 4000, 6, 6, 5),
                        new Ranked("John", 3000, 7, 7, 6));
    }

    /** A window has no place in a condition: its query becomes a table. */
    @Test
    void theTwoHighestSalariesOfEachDepartment() {
        record Top(String department, String name, int salary) {}
        NumberExpr<Long> place = denseRank()
                .over(partitionBy(s.department).orderBy(s.salary.desc()))
                .as("place");
        Derived ranked = select(s.department, s.name, s.salary, place).asTable("ranked");
        Select<Top> query = select(Top.class, ranked.get(s.department), ranked.get(s.name), ranked.get(s.salary))
                .from(ranked)
                .where(ranked.get(place).le(2L))
                .orderBy(
                        ranked.get(s.department).asc(),
                        ranked.get(s.salary).desc(),
                        ranked.get(s.name).asc());

        assertThat(list(query))
                .containsExactly(
                        new Top("board", "Grace", 9000),
                        new Top("code", "Ken", 6500),
                        new Top("code", "Barbara", 6000),
                        new Top("code", "Linus", 6000),
                        new Top("sales", "Frances", 5000),
                        new Top("sales", "John", 3000));
    }

    @Test
    void whoHasTheThreeHighestSalariesOrAnEqualOne() {
        assertThat(list(selectValue(s.name).orderBy(s.salary.desc()).limitWithTies(3)))
                .containsExactlyInAnyOrder("Grace", "Ken", "Barbara", "Linus");
    }

    @Test
    void theSecondHighestSalary() {
        assertThat(list(selectValue(s.salary)
                        .distinct()
                        .orderBy(s.salary.desc())
                        .limit(1)
                        .offset(1)))
                .containsExactly(6500);
    }

    @Test
    void theQuarterOfAllSalariesThatEachIsIn() {
        record Quarter(String name, int quarter) {}
        Select<Quarter> query = select(Quarter.class, s.name, ntile(4).over(orderBy(s.salary.desc(), s.name.asc())))
                .orderBy(s.salary.desc(), s.name.asc());

        assertThat(list(query))
                .containsExactly(
                        new Quarter("Grace", 1),
                        new Quarter("Ken", 1),
                        new Quarter("Barbara", 2),
                        new Quarter("Linus", 2),
                        new Quarter("Frances", 3),
                        new Quarter("Dennis", 3),
                        new Quarter("John", 4));
    }

    /** How many of the others earn less, and how many of all earn no more. */
    @Test
    void theRelativeRankOfEachSalaryOfTheCoders() {
        record Ranked(String name, BigDecimal below, BigDecimal upTo) {}
        Windowing bySalary = orderBy(s.salary.asc());
        Select<Ranked> query = select(
                        Ranked.class,
                        s.name,
                        percentRank().over(bySalary).round(2),
                        cumeDist().over(bySalary).round(2))
                .where(s.department.eq("code"))
                .orderBy(s.salary.asc(), s.name.asc());

        assertThat(list(query))
                .containsExactly(
                        new Ranked("Dennis", new BigDecimal("0.00"), new BigDecimal("0.25")),
                        new Ranked("Barbara", new BigDecimal("0.33"), new BigDecimal("0.75")),
                        new Ranked("Linus", new BigDecimal("0.33"), new BigDecimal("0.75")),
                        new Ranked("Ken", new BigDecimal("1.00"), new BigDecimal("1.00")));
    }

    @Test
    void theAverageSalaryOfTheOthersInTheDepartment() {
        record Compared(String name, int salary, @Nullable BigDecimal others) {}
        Windowing others = partitionBy(s.department)
                .rows(unboundedPreceding(), unboundedFollowing())
                .excludeCurrentRow();
        Select<Compared> query = select(
                        Compared.class,
                        s.name,
                        s.salary,
                        avg(s.salary).over(others).round(0))
                .orderBy(s.id.asc());

        assertThat(list(query))
                .containsExactly(
                        new Compared("Grace", 9000, null),
                        new Compared("Linus", 6000, new BigDecimal("5500")),
                        new Compared("Barbara", 6000, new BigDecimal("5500")),
                        new Compared("Ken", 6500, new BigDecimal("5333")),
                        new Compared("Dennis", 4000, new BigDecimal("6167")),
                        new Compared("Frances", 5000, new BigDecimal("3000")),
                        new Compared("John", 3000, new BigDecimal("5000")));
    }

    /** A window with a name is written once, however many functions look through it. */
    @Test
    void theRankOfEachSalaryAndTheSumOfAllUpToIt() {
        record Ranked(String name, long rank, int total) {}
        Windowing best = partitionBy(s.department).orderBy(s.salary.desc()).as("best");
        Select<Ranked> query = select(
                        Ranked.class, s.name, rank().over(best), sum(s.salary).over(best))
                .where(s.department.in(List.of("code", "sales")))
                .window(best)
                .orderBy(s.department.asc(), s.salary.desc(), s.name.asc());

        assertThat(query.sql()).containsOnlyOnce("partition by");
        assertThat(list(query))
                .containsExactly(
                        new Ranked("Ken", 1, 6500),
                        new Ranked("Barbara", 2, 18500),
                        new Ranked("Linus", 2, 18500),
                        new Ranked("Dennis", 4, 22500),
                        new Ranked("Frances", 1, 5000),
                        new Ranked("John", 2, 8000));
    }

    @Test
    void theLatestPageOfEachVisitorByItsNumber() {
        record Latest(String visitor, String page) {}
        NumberExpr<Long> number =
                rowNumber().over(partitionBy(v.visitor).orderBy(v.at.desc())).as("number");
        Derived numbered = select(v.visitor, v.page, number).asTable("numbered");
        Select<Latest> query = select(Latest.class, numbered.get(v.visitor), numbered.get(v.page))
                .from(numbered)
                .where(numbered.get(number).eq(1L))
                .orderBy(numbered.get(v.visitor).asc());

        assertThat(list(query)).containsExactly(new Latest("ada", "home"), new Latest("bob", "lamps"));
    }

    /** PostgreSQL's short way to the same. */
    @Test
    void theLatestPageOfEachVisitorAsTheFirstInAnOrder() {
        record Latest(String visitor, String page) {}
        Select<Latest> query =
                select(Latest.class, v.visitor, v.page).distinctOn(v.visitor).orderBy(v.visitor.asc(), v.at.desc());

        assertThat(list(query)).containsExactly(new Latest("ada", "home"), new Latest("bob", "lamps"));
    }
}
