// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.exercises;

import static dev.athanor.sql.Aggregates.avg;
import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Aggregates.mode;
import static dev.athanor.sql.Aggregates.percentileCont;
import static dev.athanor.sql.Aggregates.percentileDisc;
import static dev.athanor.sql.Functions.when;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.Select;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TextExpr;
import dev.athanor.sql.exercises.Shop.Staff;
import dev.athanor.sql.exercises.Shop.Visits;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** How values are distributed. */
class StatisticsExercisesTest extends Exercises {
    private final Staff s = new Staff("s");
    private final Visits v = new Visits("v");

    /** Between two values, or the first of them. */
    @Test
    void theMedianSalaryOfEachDepartment() {
        record Median(String department, double between, int first) {}
        Select<Median> query = select(
                        Median.class,
                        s.department,
                        percentileCont(0.5).withinGroup(s.salary.asc()),
                        percentileDisc(0.5, s.salary))
                .groupBy(s.department)
                .orderBy(s.department.asc());

        assertThat(list(query))
                .containsExactly(
                        new Median("board", 9000, 9000),
                        new Median("code", 6000, 6000),
                        new Median("sales", 4000, 3000));
    }

    @Test
    void theMiddleHalfOfAllSalaries() {
        record Middle(double from, double to) {}
        Select<Middle> query = select(
                        Middle.class,
                        percentileCont(0.25).withinGroup(s.salary.asc()),
                        percentileCont(0.75).withinGroup(s.salary.asc()))
                .from(s);

        assertThat(list(query)).containsExactly(new Middle(4500, 6250));
    }

    @Test
    void thePageThatIsVisitedMost() {
        TextExpr favourite = mode(v.page);

        assertThat(list(selectValue(favourite))).containsExactly("home");
    }

    /** Bound values would be two to the database: one that is selected, and another that is grouped by. */
    @Test
    void howManyEarnHowManyThousands() {
        record Bar(int from, long people) {}
        NumberExpr<Integer> from = s.salary.dividedBy(inline(2000)).times(inline(2000));
        Select<Bar> query = select(Bar.class, from, count()).groupBy(from).orderBy(from.asc());

        assertThat(list(query)).containsExactly(new Bar(2000, 1), new Bar(4000, 2), new Bar(6000, 3), new Bar(8000, 1));
    }

    @Test
    void howManyEarnLittleOrMuch() {
        record Bar(String level, long people) {}
        TextExpr level = when(s.salary.lt(inline(5000)), inline("little"))
                .when(s.salary.lt(inline(8000)), inline("enough"))
                .otherwise(inline("much"))
                .as("level");
        Select<Bar> query = select(Bar.class, level, count()).groupBy(level).orderBy(count().desc(), level.asc());

        assertThat(list(query)).containsExactly(new Bar("enough", 4), new Bar("little", 2), new Bar("much", 1));
    }

    @Test
    void whoEarnsMoreThanTheAverageOfTheirDepartment() {
        Staff colleague = new Staff("colleague");
        Select<BigDecimal> average =
                selectValue(avg(colleague.salary)).from(colleague).where(colleague.department.eq(s.department));
        Select<String> query = selectValue(s.name)
                .where(s.salary.cast(SqlTypes.NUMERIC).gt(average.asScalar()))
                .orderBy(s.name.asc());

        assertThat(list(query)).containsExactly("Barbara", "Frances", "Ken", "Linus");
    }
}
