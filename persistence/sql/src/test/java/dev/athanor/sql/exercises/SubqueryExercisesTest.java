// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.exercises;

import static dev.athanor.sql.Aggregates.avg;
import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Aggregates.max;
import static dev.athanor.sql.Aggregates.sum;
import static dev.athanor.sql.Functions.all;
import static dev.athanor.sql.Functions.any;
import static dev.athanor.sql.Functions.coalesce;
import static dev.athanor.sql.Functions.greatest;
import static dev.athanor.sql.Functions.least;
import static dev.athanor.sql.Functions.nullif;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.notExists;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.tuple;
import static dev.athanor.sql.Sql.update;
import static dev.athanor.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.Derived;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.Select;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.exercises.Company.Departments;
import dev.athanor.sql.exercises.Company.Employees;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Queries in the places of values, of conditions and of tables. */
class SubqueryExercisesTest extends CompanyExercises {
    private final Departments d = new Departments("d");
    private final Employees e = new Employees("e");
    private final Employees colleague = new Employees("colleague");

    record Headcount(String department, long employees) {}

    @Test
    void everyDepartmentWithTheNumberOfItsEmployees() {
        Select<Headcount> statement = select(
                        Headcount.class,
                        d.name,
                        selectValue(count()).where(e.departmentId.eq(d.id)).asScalar())
                .from(d)
                .orderBy(d.name.asc());

        assertThat(queries.list(statement))
                .containsExactly(
                        new Headcount("Engineering", 3),
                        new Headcount("Legal", 0),
                        new Headcount("Sales", 2),
                        new Headcount("Support", 1));
    }

    @Test
    void everyEmployeeAboveTheAverageOfTheDepartment() {
        // an average has decimals, so the salary is compared as a number that has them, too
        Select<String> statement = selectValue(e.name)
                .where(e.salary
                        .cast(SqlTypes.NUMERIC)
                        .gt(selectValue(avg(colleague.salary))
                                .where(colleague.departmentId.eq(e.departmentId))
                                .asScalar()))
                .orderBy(e.id.asc());

        assertThat(queries.list(statement)).containsExactly("Ada", "Dan");
    }

    @Test
    void everyoneWithTheSecondHighestSalary() {
        Select<Integer> second = selectValue(colleague.salary)
                .distinct()
                .orderBy(colleague.salary.desc())
                .offset(1)
                .limit(1);
        Select<String> statement =
                selectValue(e.name).where(e.salary.eq(second.asScalar())).orderBy(e.name.asc());

        assertThat(queries.list(statement)).containsExactly("Bob", "Dan");
    }

    @Test
    void everyoneWhoEarnsMoreThanAnyoneOrAllInSales() {
        Select<Integer> sales = selectValue(colleague.salary).where(colleague.departmentId.eq(2L));
        Select<String> moreThanOne =
                selectValue(e.name).where(e.salary.gt(any(sales))).orderBy(e.id.asc());
        Select<String> atLeastTheBest =
                selectValue(e.name).where(e.salary.ge(all(sales))).orderBy(e.id.asc());
        Select<String> moreThanAll =
                selectValue(e.name).where(e.salary.gt(all(sales))).orderBy(e.id.asc());

        assertThat(queries.list(moreThanOne)).containsExactly("Ada", "Bob", "Cleo", "Dan");
        assertThat(queries.list(atLeastTheBest)).containsExactly("Ada", "Bob", "Dan");
        assertThat(queries.list(moreThanAll)).containsExactly("Ada");
    }

    @Test
    void everyoneWhoManagesNobody() {
        Select<Long> managers = selectValue(colleague.managerId);
        Select<String> notExists = selectValue(e.name)
                .where(notExists(managers.where(colleague.managerId.eq(e.id))))
                .orderBy(e.id.asc());
        Select<String> notIn = selectValue(e.name)
                .where(e.id.notIn(managers.where(colleague.managerId.isNotNull())))
                .orderBy(e.id.asc());
        // Ada's manager is null, and of nobody it is known to differ from that
        Select<String> fooledByNull = selectValue(e.name).where(e.id.notIn(managers));

        assertThat(queries.list(notExists)).containsExactly("Eve", "Finn", "Gus");
        assertThat(queries.list(notIn)).containsExactly("Eve", "Finn", "Gus");
        assertThat(queries.list(fooledByNull)).isEmpty();
    }

    record Share(String name, int percent) {}

    @Test
    void everyonesShareOfWhatTheDepartmentIsPaid() {
        NumberExpr<Integer> total = sum(colleague.salary).as("total");
        Derived payroll = select(colleague.departmentId, total)
                .groupBy(colleague.departmentId)
                .asTable("payroll");
        Select<Share> statement = select(
                        Share.class, e.name, e.salary.times(100).dividedBy(payroll.get(total)))
                .from(e)
                .join(payroll, payroll.get(colleague.departmentId).eq(e.departmentId))
                .orderBy(e.id.asc());

        assertThat(queries.list(statement))
                .containsExactly(
                        new Share("Ada", 46),
                        new Share("Bob", 30),
                        new Share("Cleo", 23),
                        new Share("Dan", 60),
                        new Share("Eve", 40),
                        new Share("Finn", 100));
    }

    record Best(String department, @Nullable String name) {}

    @Test
    void theBestPaidTwoOfEachDepartment() {
        Derived best = select(e.name, e.salary)
                .where(e.departmentId.eq(d.id))
                .orderBy(e.salary.desc())
                .limit(2)
                .asLateral("best");
        Select<Best> statement = select(Best.class, d.name, best.get(e.name))
                .from(d)
                .leftJoin(best, inline(true))
                .orderBy(d.id.asc(), best.get(e.salary).desc());

        assertThat(queries.list(statement))
                .containsExactly(
                        new Best("Engineering", "Ada"),
                        new Best("Engineering", "Bob"),
                        new Best("Sales", "Dan"),
                        new Best("Sales", "Eve"),
                        new Best("Support", "Finn"),
                        new Best("Legal", null));
    }

    @Test
    void whoEarnsTheMostInADepartment() {
        Select<String> statement = selectValue(e.name)
                .where(tuple(e.departmentId, e.salary)
                        .in(select(colleague.departmentId, max(colleague.salary))
                                .groupBy(colleague.departmentId)))
                .orderBy(e.name.asc());

        assertThat(queries.list(statement)).containsExactly("Ada", "Dan", "Finn");
    }

    @Test
    void thePageAfterTheLastRowOfThePageBefore() {
        Select<String> all = selectValue(e.name).orderBy(e.salary.desc(), e.id.desc());
        Select<String> second = all.where(tuple(e.salary, e.id).lt(tuple(value(6000), value(4L))))
                .limit(3);

        assertThat(queries.list(all.limit(2))).containsExactly("Ada", "Dan");
        assertThat(queries.list(second)).containsExactly("Bob", "Cleo", "Eve");
    }

    record Pay(
            String name,
            int atMost1000,
            int atLeast100,
            @Nullable Integer salaryInBonuses) {}

    @Test
    void bonusesWithLimitsAndWithoutDivisionByZero() {
        NumberExpr<Integer> bonus = coalesce(e.bonus, inline(0));
        Select<Pay> statement = select(
                        Pay.class,
                        e.name,
                        least(bonus, inline(1000)),
                        greatest(bonus, inline(100)),
                        e.salary.dividedBy(nullif(bonus, inline(0))))
                .where(e.departmentId.isNotNull())
                .orderBy(e.id.asc());

        assertThat(queries.list(statement))
                .containsExactly(
                        new Pay("Ada", 900, 900, 10),
                        new Pay("Bob", 0, 100, null),
                        new Pay("Cleo", 0, 100, null),
                        new Pay("Dan", 1000, 1200, 5),
                        new Pay("Eve", 100, 100, 40),
                        new Pay("Finn", 0, 100, null));
    }

    @Test
    void aMissingBonusIsTheGreatestOfTheDepartment() {
        NumberExpr<Integer> greatest = max(colleague.bonus);
        NumberExpr<Integer> ofDepartment = selectValue(greatest)
                .where(colleague.departmentId.eq(e.departmentId))
                .asScalar(SqlTypes.INTEGER);
        queries.execute(
                update(e).set(e.bonus, coalesce(ofDepartment, inline(0))).where(e.bonus.isNull()));

        assertThat(queries.list(select(Share.class, e.name, e.bonus).orderBy(e.id.asc())))
                .containsExactly(
                        new Share("Ada", 900),
                        new Share("Bob", 900),
                        new Share("Cleo", 0),
                        new Share("Dan", 1200),
                        new Share("Eve", 100),
                        new Share("Finn", 0),
                        new Share("Gus", 50));
    }
}
