// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.exercises;

import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Aggregates.sum;
import static dev.athanor.sql.Functions.array;
import static dev.athanor.sql.Functions.func;
import static dev.athanor.sql.Functions.when;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.param;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.ArrayExpr;
import dev.athanor.sql.CommonTable;
import dev.athanor.sql.Condition;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.Select;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TextExpr;
import dev.athanor.sql.exercises.Company.Components;
import dev.athanor.sql.exercises.Company.Employees;
import dev.athanor.sql.exercises.Company.Roads;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Queries that build on their own rows: trees, graphs and sequences. */
class HierarchyExercisesTest extends CompanyExercises {
    private final Employees e = new Employees("e");
    private final Components c = new Components("c");
    private final Roads r = new Roads("r");

    record Place(int depth, String path) {}

    @Test
    void everyonesDepthAndPathInTheOrganisation() {
        NumberExpr<Integer> depth = inline(0).as("depth");
        TextExpr path = e.name.as("path");
        CommonTable chart = select(e.id, depth, path)
                .where(e.managerId.isNull())
                .recursiveUnionAll("chart", above -> select(
                                e.id,
                                above.get(depth).plus(1),
                                above.get(path).concat("/").concat(e.name))
                        .from(e)
                        .join(above, above.get(e.id).eq(e.managerId)));

        assertThat(queries.list(select(Place.class, chart.get(depth), chart.get(path))
                        .from(chart)
                        .orderBy(chart.get(path).asc())))
                .containsExactly(
                        new Place(0, "Ada"),
                        new Place(1, "Ada/Bob"),
                        new Place(2, "Ada/Bob/Cleo"),
                        new Place(3, "Ada/Bob/Cleo/Gus"),
                        new Place(1, "Ada/Dan"),
                        new Place(2, "Ada/Dan/Eve"),
                        new Place(2, "Ada/Dan/Finn"));
    }

    @Test
    void theOrganisationAsAnIndentedList() {
        // keys in an array put everyone below their manager, whatever the names are
        ArrayExpr<Long> path = array(SqlTypes.BIGINT, e.id).as("path");
        CommonTable chart = select(e.id, e.name, path)
                .where(e.managerId.isNull())
                .recursiveUnionAll(
                        "chart", above -> select(e.id, e.name, above.get(path).append(e.id))
                                .from(e)
                                .join(above, above.get(e.id).eq(e.managerId)));
        TextExpr indent =
                func("repeat", SqlTypes.TEXT, ". ", chart.get(path).length().minus(1));

        assertThat(queries.list(selectValue(indent.concat(chart.get(e.name)))
                        .from(chart)
                        .orderBy(chart.get(path).asc())))
                .containsExactly("Ada", ". Bob", ". . Cleo", ". . . Gus", ". Dan", ". . Eve", ". . Finn");
    }

    @Test
    void everyoneAboveAnEmployeeFromTheNearest() {
        NumberExpr<Integer> distance = inline(0).as("distance");
        CommonTable line = select(e.managerId, e.name, distance)
                .where(e.name.eq(param("name", SqlTypes.TEXT)))
                .recursiveUnionAll("line", below -> select(
                                e.managerId, e.name, below.get(distance).plus(1))
                        .from(e)
                        .join(below, below.get(e.managerId).eq(e.id)));
        Select<String> above = selectValue(line.get(e.name))
                .from(line)
                .where(line.get(distance).gt(0))
                .orderBy(line.get(distance).asc());

        assertThat(queries.list(above.bind("name", "Gus"))).containsExactly("Cleo", "Bob", "Ada");
        assertThat(queries.list(above.bind("name", "Finn"))).containsExactly("Dan", "Ada");
        assertThat(queries.list(above.bind("name", "Ada"))).isEmpty();
    }

    record Reach(String name, long people, int payroll) {}

    @Test
    void howManyPeopleAreBelowEachManagerAndWhatTheyArePaid() {
        Employees boss = new Employees("boss");
        CommonTable below = select(e.managerId, e.id, e.salary)
                .recursiveUnionAll("below", nearer -> select(boss.managerId, nearer.get(e.id), nearer.get(e.salary))
                        .from(boss)
                        .join(nearer, nearer.get(e.managerId).eq(boss.id)));
        Select<Reach> statement = select(Reach.class, boss.name, count(), sum(below.get(e.salary)))
                .from(boss)
                .join(below, below.get(e.managerId).eq(boss.id))
                .groupBy(boss.id, boss.name)
                .orderBy(count().desc(), boss.name.asc());

        assertThat(queries.list(statement))
                .containsExactly(
                        new Reach("Ada", 6, 26_000),
                        new Reach("Bob", 2, 7_000),
                        new Reach("Dan", 2, 7_000),
                        new Reach("Cleo", 1, 2_500));
    }

    record Need(String part, int quantity) {}

    @Test
    void whatHasToBeBoughtForABicycle() {
        CommonTable needed = select(c.part, c.quantity)
                .where(c.whole.eq("bicycle"))
                .recursiveUnionAll(
                        "needed", whole -> select(c.part, whole.get(c.quantity).times(c.quantity))
                                .from(c)
                                .join(whole, whole.get(c.part).eq(c.whole)));
        Select<Need> statement = select(Need.class, needed.get(c.part), sum(needed.get(c.quantity)))
                .from(needed)
                .where(needed.get(c.part).notIn(selectValue(c.whole)))
                .groupBy(needed.get(c.part))
                .orderBy(needed.get(c.part).asc());

        assertThat(queries.list(statement))
                .containsExactly(new Need("bolt", 10), new Need("frame", 1), new Need("rim", 2), new Need("spoke", 64));
    }

    @Test
    void everyTownThatCanBeReachedAlthoughRoadsLeadInCircles() {
        // a union keeps no row twice, so it ends where there is nothing new
        CommonTable reached = selectValue(r.to).where(r.from.eq("B")).recursiveUnion("reached", before -> selectValue(
                        r.to)
                .from(r)
                .join(before, before.get(r.to).eq(r.from)));

        assertThat(queries.list(selectValue(reached.get(r.to))
                        .from(reached)
                        .orderBy(reached.get(r.to).asc())))
                .containsExactly("A", "B", "C", "D");
    }

    @Test
    void everyRoundTripFromATown() {
        ArrayExpr<String> path = array(SqlTypes.TEXT, r.from, r.to).as("path");
        Condition closed = inline(false).as("closed");
        CommonTable trips = select(r.to, path, closed).where(r.from.eq("A")).recursiveUnionAll("trips", trip -> select(
                        r.to, trip.get(path).append(r.to), trip.get(path).has(r.to))
                .from(r)
                .join(trip, trip.get(r.to).eq(r.from))
                .where(trip.get(closed).not()));
        Select<List<String>> statement = selectValue(trips.get(path))
                .from(trips)
                .where(trips.get(closed), trips.get(r.to).eq("A"))
                .orderBy(trips.get(path).asc());

        assertThat(queries.list(statement))
                .containsExactly(
                        List.of("A", "B", "D", "A"), List.of("A", "C", "B", "D", "A"), List.of("A", "C", "D", "A"));
    }

    record Route(String to, int km, List<String> path) {}

    @Test
    void theShortestRouteToEveryOtherTown() {
        ArrayExpr<String> path = array(SqlTypes.TEXT, r.from, r.to).as("path");
        CommonTable routes = select(r.to, r.km, path).where(r.from.eq("A")).recursiveUnionAll("routes", route -> select(
                        r.to, route.get(r.km).plus(r.km), route.get(path).append(r.to))
                .from(r)
                .join(route, route.get(r.to).eq(r.from))
                .where(route.get(path).has(r.to).not()));
        Select<Route> statement = select(Route.class, routes.get(r.to), routes.get(r.km), routes.get(path))
                .from(routes)
                .distinctOn(routes.get(r.to))
                .orderBy(routes.get(r.to).asc(), routes.get(r.km).asc());

        assertThat(queries.list(statement))
                .containsExactly(
                        new Route("B", 3, List.of("A", "C", "B")),
                        new Route("C", 1, List.of("A", "C")),
                        new Route("D", 8, List.of("A", "C", "B", "D")));
    }

    @Test
    void theFibonacciNumbersBelowFifty() {
        NumberExpr<Long> current = value(0L).as("current");
        NumberExpr<Long> next = value(1L).as("next");
        CommonTable fibonacci = select(current, next).recursiveUnionAll("fibonacci", before -> select(
                        before.get(next), before.get(current).plus(before.get(next)))
                .where(before.get(next).lt(50L)));

        assertThat(queries.list(selectValue(fibonacci.get(current))
                        .from(fibonacci)
                        .orderBy(fibonacci.get(current).asc())))
                .containsExactly(0L, 1L, 1L, 2L, 3L, 5L, 8L, 13L, 21L, 34L);
    }

    record Step(int order, int value) {}

    @Test
    void theCollatzSequenceWithItsStepsNumbered() {
        // labels are quoted: they may be keywords
        NumberExpr<Integer> order = inline(1).as("order");
        NumberExpr<Integer> value = value(6).as("select");
        CommonTable collatz = select(order, value).recursiveUnionAll("table", before -> select(
                        before.get(order).plus(1),
                        when(before.get(value).mod(2).eq(0), before.get(value).dividedBy(2))
                                .otherwise(before.get(value).times(3).plus(1)))
                .where(before.get(value).ne(1)));

        assertThat(queries.list(select(Step.class, collatz.get(order), collatz.get(value))
                        .from(collatz)
                        .orderBy(collatz.get(order).asc())))
                .containsExactly(
                        new Step(1, 6),
                        new Step(2, 3),
                        new Step(3, 10),
                        new Step(4, 5),
                        new Step(5, 16),
                        new Step(6, 8),
                        new Step(7, 4),
                        new Step(8, 2),
                        new Step(9, 1));
    }
}
