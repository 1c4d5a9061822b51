// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.exercises;

import static dev.athanor.sql.Aggregates.arrayAgg;
import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Aggregates.jsonAgg;
import static dev.athanor.sql.Functions.coalesce;
import static dev.athanor.sql.Functions.jsonObject;
import static dev.athanor.sql.Functions.toJson;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;
import static dev.athanor.sql.Sql.value;
import static dev.athanor.sql.Tables.elements;
import static dev.athanor.sql.Tables.unnest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.sql.Expr;
import dev.athanor.sql.FunctionTable;
import dev.athanor.sql.JsonExpr;
import dev.athanor.sql.Select;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.TextExpr;
import dev.athanor.sql.exercises.Company.Departments;
import dev.athanor.sql.exercises.Company.Employees;
import dev.athanor.sql.exercises.Company.Machines;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** JSON and arrays, made of rows, asked, changed, and made rows again. */
class JsonExercisesTest extends CompanyExercises {
    private final Departments d = new Departments("d");
    private final Employees e = new Employees("e");
    private final Machines m = new Machines("m");

    @Test
    void departmentsWithTheirEmployeesAsJson() {
        JsonExpr<String> employees = selectValue(
                        jsonAgg(jsonObject("name", e.name, "salary", e.salary)).orderedBy(e.salary.desc()))
                .where(e.departmentId.eq(d.id))
                .asScalar(SqlTypes.JSONB);
        Select<String> statement = selectValue(
                        jsonObject("name", d.name, "employees", coalesce(employees, inline(SqlTypes.JSONB, "[]"))))
                .where(d.id.ne(1L))
                .orderBy(d.id.asc());

        assertThat(queries.list(statement))
                .containsExactly(
                        "{\"name\": \"Sales\", \"employees\": "
                                + "[{\"name\": \"Dan\", \"salary\": 6000}, {\"name\": \"Eve\", \"salary\": 4000}]}",
                        "{\"name\": \"Support\", \"employees\": [{\"name\": \"Finn\", \"salary\": 3000}]}",
                        "{\"name\": \"Legal\", \"employees\": []}");
    }

    @Test
    void machinesByWhatTheirFactsContain() {
        Select<Long> machines = selectValue(m.id).orderBy(m.id.asc());

        assertThat(queries.list(machines.where(m.facts.contains("{\"site\": {\"hall\": 1}}"))))
                .containsExactly(1L, 3L);
        assertThat(queries.list(machines.where(m.facts.textAt("site", "hall").eq("2"))))
                .containsExactly(2L);
        assertThat(queries.list(machines.where(m.facts.text("name").startsWith("l"))))
                .containsExactly(3L);
        assertThat(queries.list(machines.where(m.facts.get("checks").length().gt(1))))
                .containsExactly(1L);
    }

    @Test
    void aMemberThatIsNullIsThereAllTheSame() {
        Select<Long> machines = selectValue(m.id).orderBy(m.id.asc());

        assertThat(queries.list(machines.where(m.facts.hasKey("sold")))).containsExactly(3L);
        assertThat(queries.list(machines.where(m.facts.get("sold").kind().eq("null"))))
                .containsExactly(3L);
        assertThat(queries.list(machines.where(m.facts.text("sold").isNull()))).containsExactly(1L, 2L, 3L);
        assertThat(queries.list(machines.where(m.facts.hasAnyKey("sold", "checks"))))
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void machinesByAPathThroughTheirFacts() {
        Select<Long> machines = selectValue(m.id).orderBy(m.id.asc());

        assertThat(queries.list(machines.where(m.facts.pathExists("$.checks[*] ? (@.ok == false)"))))
                .containsExactly(1L);
        assertThat(queries.list(machines.where(m.facts.pathMatches("$.site.hall == 1"))))
                .containsExactly(1L, 3L);
        assertThat(queries.list(selectValue(m.facts.path("checks", "0", "on")).orderBy(m.id.asc())))
                .containsExactly("\"2026-01-05\"", "\"2026-03-01\"", null);
    }

    record Check(String machine, LocalDate on, boolean ok) {}

    @Test
    void everyElementOfAnArrayOfJsonAsARow() {
        FunctionTable<JsonExpr<String>> check = elements("check", m.facts.get("checks"));
        Select<Check> statement = select(
                        Check.class,
                        m.facts.text("name"),
                        check.value().text("on").cast(SqlTypes.DATE),
                        check.value().text("ok").cast(SqlTypes.BOOLEAN))
                .from(m)
                .crossJoin(check)
                .orderBy(m.id.asc(), check.value().text("on").asc());

        assertThat(queries.list(statement))
                .containsExactly(
                        new Check("press", LocalDate.of(2026, 1, 5), true),
                        new Check("press", LocalDate.of(2026, 2, 9), false),
                        new Check("drill", LocalDate.of(2026, 3, 1), true));
    }

    @Test
    void partsOfJsonAreReplacedAddedAndRemoved() {
        queries.execute(update(m)
                .set(
                        m.facts,
                        m.facts
                                .with(toJson(value(7)), "site", "hall")
                                .without("checks")
                                .withoutPath("sold")
                                .merge("{\"checked\": true}"))
                .where(m.id.in(List.of(1L, 3L))));

        assertThat(queries.list(selectValue(m.facts).where(m.id.ne(2L)).orderBy(m.id.asc())))
                .containsExactly(
                        "{\"name\": \"press\", \"site\": {\"hall\": 7}, \"checked\": true}",
                        "{\"name\": \"lathe\", \"site\": {\"hall\": 7}, \"checked\": true}");
    }

    @Test
    void machinesByTheirLabels() {
        Select<Long> machines = selectValue(m.id).orderBy(m.id.asc());

        assertThat(queries.list(machines.where(m.labels.has("old")))).containsExactly(1L, 3L);
        assertThat(queries.list(machines.where(m.labels.overlaps(List.of("new", "loud")))))
                .containsExactly(1L, 2L);
        assertThat(queries.list(machines.where(m.labels.contains(List.of("small", "old")))))
                .containsExactly(3L);
        assertThat(queries.list(machines.where(m.labels.containedBy(List.of("new", "old", "loud")))))
                .containsExactly(1L, 2L);
    }

    record Label(long machine, long place, String label) {}

    @Test
    void everyLabelWithItsPlace() {
        FunctionTable<Expr<String>> label = unnest("label", m.labels).withOrdinality();
        Select<Label> statement = select(Label.class, m.id, label.number(), label.value())
                .from(m)
                .crossJoin(label)
                .orderBy(m.id.asc(), label.number().asc());

        assertThat(queries.list(statement))
                .containsExactly(
                        new Label(1, 1, "old"),
                        new Label(1, 2, "loud"),
                        new Label(2, 1, "new"),
                        new Label(3, 1, "old"),
                        new Label(3, 2, "small"));
    }

    record Labelled(String label, List<String> machines) {}

    @Test
    void theMachinesOfEveryLabelThatSeveralHave() {
        FunctionTable<Expr<String>> label = unnest("label", m.labels);
        TextExpr name = m.facts.text("name");
        Select<Labelled> statement = select(
                        Labelled.class,
                        label.value(),
                        arrayAgg(SqlTypes.TEXT, name).orderedBy(name.asc()))
                .from(m)
                .crossJoin(label)
                .groupBy(label.value())
                .having(count().gt(1L));

        assertThat(queries.list(statement)).containsExactly(new Labelled("old", List.of("lathe", "press")));
    }
}
