// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.workforce;

import static dev.athanor.sql.Aggregates.avg;
import static dev.athanor.sql.Aggregates.sum;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Windows.partitionBy;
import static dev.athanor.sql.Windows.rank;

import dev.athanor.domain.workforce.Department;
import dev.athanor.domain.workforce.Employee;
import dev.athanor.domain.workforce.QDepartment;
import dev.athanor.domain.workforce.QEmployee;
import dev.athanor.orm.Session;
import dev.athanor.orm.audit.Revision;
import dev.athanor.orm.audit.ValueChange;
import dev.athanor.orm.transaction.ReadOnly;
import dev.athanor.sql.CommonTable;
import dev.athanor.sql.Windowing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@link Organisation} by a session. */
@ApplicationScoped
@Transactional
@ReadOnly
class OrganisationService implements Organisation {
    private static final String DEPARTMENT = "department_id";

    private final QEmployee e = QEmployee.as("e");
    private final QDepartment d = QDepartment.as("d");

    @Inject
    private Session session;

    @Override
    public List<ChartLine> chart() {
        return lines(Charts.whole());
    }

    @Override
    public List<ChartLine> chartBelow(long manager) {
        return lines(Charts.below(manager));
    }

    private List<ChartLine> lines(CommonTable chart) {
        return session.list(select(
                        ChartLine.class,
                        chart.get(Charts.ID),
                        chart.get(Charts.NAME),
                        chart.get(Charts.MANAGER),
                        chart.get(Charts.DEPTH),
                        chart.get(Charts.PATH))
                .from(chart)
                .orderBy(chart.get(Charts.PATH).asc(), chart.get(Charts.ID).asc()));
    }

    @Override
    public List<PayLine> payScale() {
        Windowing department = partitionBy(d.id);
        return session.list(select(
                        PayLine.class,
                        d.name,
                        rank().over(department.orderBy(e.salary.desc())),
                        e.fullName(),
                        e.salary,
                        avg(e.salary).over(department).round(Employee.SCALE),
                        sum(e.salary).over(department))
                .from(e)
                .join(e.department, d)
                .orderBy(d.name.asc(), e.salary.desc(), e.lastName.asc(), e.id.asc()));
    }

    @Override
    public List<Move> moves(long employee) {
        List<Revision> moved = session.get(Employee.class, employee).stream()
                .flatMap(who -> session.historyOf(who).stream())
                .filter(revision -> revision.of(DEPARTMENT).isPresent())
                .toList();
        Map<Long, String> names = names(moved);
        return moved.stream().map(revision -> move(revision, names)).toList();
    }

    private static Move move(Revision revision, Map<Long, String> names) {
        ValueChange change = revision.of(DEPARTMENT).orElseThrow();
        return new Move(
                Optional.ofNullable(change.before()).map(before -> name(before, names)),
                name(Objects.requireNonNull(change.after(), "an employee has a department"), names),
                revision.at(),
                revision.by());
    }

    private static String name(String id, Map<Long, String> names) {
        return Objects.requireNonNull(names.get(Long.valueOf(id)), "departments are not deleted");
    }

    private Map<Long, String> names(List<Revision> moved) {
        List<Long> ids = moved.stream()
                .map(revision -> revision.of(DEPARTMENT).orElseThrow())
                .flatMap(change -> Stream.of(Optional.ofNullable(change.before()), Optional.ofNullable(change.after())))
                .flatMap(Optional::stream)
                .map(Long::valueOf)
                .distinct()
                .toList();
        return session.getAll(Department.class, ids).stream()
                .collect(Collectors.toMap(Department::id, Department::name));
    }
}
