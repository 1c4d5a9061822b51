// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.workforce;

import static dev.athanor.orm.Load.selectin;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.value;

import dev.athanor.app.Changes;
import dev.athanor.app.Edition;
import dev.athanor.app.InputRules;
import dev.athanor.app.NotFound;
import dev.athanor.app.Reason;
import dev.athanor.app.Texts;
import dev.athanor.app.UniqueConstraints;
import dev.athanor.app.Violation;
import dev.athanor.app.Violations;
import dev.athanor.domain.workforce.Contractor;
import dev.athanor.domain.workforce.Department;
import dev.athanor.domain.workforce.Employee;
import dev.athanor.domain.workforce.Manager;
import dev.athanor.domain.workforce.Person;
import dev.athanor.domain.workforce.QDepartment;
import dev.athanor.domain.workforce.QEmployee;
import dev.athanor.domain.workforce.QPerson;
import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.Isolation;
import dev.athanor.orm.transaction.IsolationLevel;
import dev.athanor.orm.transaction.Retry;
import dev.athanor.sql.CommonTable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Staff} by a session. */
@ApplicationScoped
@Transactional
class StaffService implements Staff {
    private static final Violation HAS_PARTS = new Violation("department", "has departments below it", Reason.IN_USE);
    private static final Violation HAS_EMPLOYEES = new Violation("department", "has employees", Reason.IN_USE);
    private static final BigDecimal MOST_PERCENT = BigDecimal.valueOf(1000);
    private static final Violation IS_MANAGER = new Violation("employee", "has others who report", Reason.IN_USE);

    /** What comes between a query and a change is found by these. */
    private static final Changes CHANGES = new Changes(new UniqueConstraints(Map.of(
            "department_name_unique",
            new Violation("name", "is another department's", Reason.TAKEN),
            "department_parent_id_fkey",
            HAS_PARTS,
            "employee_department_id_fkey",
            HAS_EMPLOYEES,
            "employee_manager_id_fkey",
            IS_MANAGER)));

    private final QPerson p = QPerson.as("p");
    private final QEmployee e = QEmployee.as("e");
    private final QDepartment d = QDepartment.as("d");

    @Inject
    private Session session;

    @Inject
    private InputRules rules;

    @Override
    public long open(String name, @Nullable Long parent) {
        Optional<Department> above = found(Department.class, parent);
        called(name)
                .when(parent != null && above.isEmpty(), "parent", Texts.UNKNOWN)
                .refuse();
        Department department = new Department(name, above.orElse(null));
        session.add(department);
        CHANGES.write(session, "department " + name);
        return department.id();
    }

    private static Violations called(String name) {
        return new Violations()
                .when(name.isBlank(), "name", Texts.BLANK)
                .when(name.length() > Department.NAME_LENGTH, "name", "is too long")
                .when(!name.matches(Texts.PRINTABLE), "name", Texts.NOT_PRINTABLE);
    }

    @Override
    public Optional<Edition<String>> nameOf(long department) {
        return session.get(Department.class, department).map(found -> new Edition<>(found.name(), found.version()));
    }

    @Override
    @Isolation(IsolationLevel.READ_COMMITTED)
    public void rename(long id, int version, String name) {
        Department department = department(id, version);
        called(name).refuse();
        department.rename(name);
        CHANGES.write(session, "department " + id);
    }

    private Department department(long id, int version) {
        Department department = session.get(Department.class, id).orElseThrow(() -> new NotFound("department"));
        Changes.check("department " + id, department.version(), version);
        return department;
    }

    @Override
    @Isolation(IsolationLevel.READ_COMMITTED)
    public void close(long id, int version) {
        Department department = department(id, version);
        new Violations()
                .when(session.exists(select(d).where(d.parent.id.eq(id))), HAS_PARTS)
                .when(session.exists(select(e).where(e.department.id.eq(id))), HAS_EMPLOYEES)
                .refuse();
        session.delete(department);
        CHANGES.write(session, "department " + id);
    }

    @Override
    public Optional<Edition<EmployeeChange>> edition(long employee) {
        return session.get(Employee.class, employee).map(found -> new Edition<>(change(found), found.version()));
    }

    private static EmployeeChange change(Employee employee) {
        return new EmployeeChange(
                employee.firstName(),
                employee.lastName(),
                employee.department().id(),
                employee.manager().map(Person::id).orElse(null));
    }

    @Override
    @Isolation(IsolationLevel.SERIALIZABLE)
    @Retry(attempts = 5)
    public void change(long id, int version, EmployeeChange changed) {
        Employee employee = employee(id, version);
        Optional<Department> department = found(Department.class, changed.department());
        Optional<Manager> manager = found(Manager.class, changed.manager());
        new Violations(rules.violations(changed))
                .when(department.isEmpty(), "department", Texts.UNKNOWN)
                .when(changed.manager() != null && manager.isEmpty(), "manager", Texts.UNKNOWN)
                .refuse();
        manager.ifPresent(above -> refuseCircle(id, above.id()));
        employee.rename(changed.firstName(), changed.lastName());
        employee.moveTo(department.orElseThrow());
        employee.reportTo(manager.orElse(null));
        CHANGES.write(session, "employee " + id);
    }

    private Employee employee(long id, int version) {
        Employee employee = session.get(Employee.class, id).orElseThrow(() -> new NotFound("employee"));
        Changes.check("employee " + id, employee.version(), version);
        return employee;
    }

    @Override
    @Isolation(IsolationLevel.READ_COMMITTED)
    public void dismiss(long id, int version) {
        Employee employee = employee(id, version);
        new Violations()
                .when(session.exists(select(e).where(e.manager.id.eq(id))), IS_MANAGER)
                .refuse();
        session.delete(employee);
        CHANGES.write(session, "employee " + id);
    }

    private <E> Optional<E> found(Class<E> type, @Nullable Long id) {
        return id == null ? Optional.empty() : session.get(type, id);
    }

    @Override
    public Worker.Employed employ(NewEmployee wanted) {
        Optional<Department> department = found(Department.class, wanted.department());
        Optional<Manager> manager = found(Manager.class, wanted.manager());
        new Violations(rules.violations(wanted))
                .when(department.isEmpty(), "department", Texts.UNKNOWN)
                .when(wanted.manager() != null && manager.isEmpty(), "manager", Texts.UNKNOWN)
                .refuse();
        Employee employee = employee(wanted, department.orElseThrow(), manager.orElse(null));
        session.add(employee);
        session.flush();
        return Workers.employed(employee);
    }

    private static Employee employee(NewEmployee wanted, Department department, @Nullable Manager above) {
        BigDecimal bonus = wanted.bonus();
        return bonus == null
                ? new Employee(
                        wanted.firstName(), wanted.lastName(), wanted.since(), wanted.salary(), department, above)
                : new Manager(
                        wanted.firstName(),
                        wanted.lastName(),
                        wanted.since(),
                        wanted.salary(),
                        bonus,
                        department,
                        above);
    }

    @Override
    public Worker.Engaged engage(NewContractor wanted) {
        new Violations(rules.violations(wanted))
                .when(isBefore(wanted.until(), wanted.since()), "until", "is before the first day")
                .refuse();
        Contractor contractor = new Contractor(
                wanted.firstName(),
                wanted.lastName(),
                wanted.since(),
                wanted.company(),
                wanted.hourlyRate(),
                wanted.until());
        session.add(contractor);
        session.flush();
        return Workers.engaged(contractor);
    }

    /** Not of what is missing, which the rules tell. */
    private static boolean isBefore(@Nullable LocalDate day, @Nullable LocalDate other) {
        return day != null && other != null && day.isBefore(other);
    }

    @Override
    public void move(long employee, long department) {
        Optional<Employee> who = session.get(Employee.class, employee);
        Optional<Department> where = session.get(Department.class, department);
        refuseUnknown(who, where, "department");
        who.orElseThrow().moveTo(where.orElseThrow());
    }

    /**
     * Serializable, for a circle may be closed by two who change two different rows, each seeing the chart as it was
     * before the other: no lock on what is changed would notice. It is rare, and done again then.
     */
    // region circle
    @Override
    @Isolation(IsolationLevel.SERIALIZABLE)
    @Retry(attempts = 5)
    public void reportTo(long employee, long manager) {
        Optional<Employee> who = session.get(Employee.class, employee);
        Optional<Manager> whom = session.get(Manager.class, manager);
        refuseUnknown(who, whom, "manager");
        refuseCircle(employee, manager);
        who.orElseThrow().reportTo(whom.orElseThrow());
    }

    private void refuseCircle(long employee, long manager) {
        CommonTable above = Charts.above(manager);
        boolean circle = session.exists(select(above.get(Charts.ID))
                .from(above)
                .where(above.get(Charts.ID).eq(employee)));
        new Violations()
                .when(circle, "manager", "reports to the employee", Reason.CIRCLE)
                .refuse();
    }
    // endregion

    private static void refuseUnknown(Optional<Employee> who, Optional<?> other, String field) {
        new Violations()
                .when(who.isEmpty(), "employee", Texts.UNKNOWN)
                .when(other.isEmpty(), field, Texts.UNKNOWN)
                .refuse();
    }

    @Override
    public int raise(long department, BigDecimal percent) {
        new Violations()
                .when(session.get(Department.class, department).isEmpty(), "department", Texts.UNKNOWN)
                .when(percent.signum() <= 0, "percent", "must be positive")
                .when(percent.compareTo(MOST_PERCENT) > 0, "percent", "must not be more than " + MOST_PERCENT)
                .refuse();
        List<Employee> raised = session.list(select(e).where(e.department.id.eq(department)));
        new Violations()
                .when(
                        !raised.stream().allMatch(employee -> employee.canBeRaised(percent)),
                        "percent",
                        "makes a salary too large")
                .refuse();
        raised.forEach(employee -> employee.raise(percent));
        return raised.size();
    }

    @Override
    public Optional<Worker> find(long id) {
        return session.oneOrNone(select(p).where(p.id.eq(id))).map(Workers::worker);
    }

    @Override
    public List<Worker> named(String text) {
        List<Person> people = session.list(select(p)
                .where(p.fullName().lower().contains(value(text).lower()))
                .orderBy(p.lastName.asc(), p.firstName.asc(), p.id.asc()));
        loadPlaces(people);
        return people.stream().map(Workers::worker).toList();
    }

    /** Departments and managers, which not all of them have, at once for all who do. */
    private void loadPlaces(List<Person> people) {
        List<Long> employees = people.stream()
                .filter(Employee.class::isInstance)
                .map(Person::id)
                .toList();
        session.list(select(e).where(e.id.in(employees)).options(selectin(e.department), selectin(e.manager)));
    }
}
