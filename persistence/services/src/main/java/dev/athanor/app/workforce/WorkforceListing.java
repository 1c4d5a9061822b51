// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.workforce;

import dev.athanor.app.view.InvalidQuery;
import dev.athanor.app.view.View;
import dev.athanor.app.view.ViewDocument;
import dev.athanor.app.view.ViewPage;
import dev.athanor.app.view.ViewRequest;
import dev.athanor.app.view.ViewShape;
import dev.athanor.domain.workforce.Department;
import dev.athanor.domain.workforce.Employee;
import dev.athanor.domain.workforce.Manager;
import dev.athanor.domain.workforce.QDepartment;
import dev.athanor.domain.workforce.QEmployee;
import dev.athanor.domain.workforce.QManager;
import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.ReadOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Who works where, as those who are logged in may search it: what somebody earns is not shown. */
@ApplicationScoped
@Transactional(dontRollbackOn = InvalidQuery.class) // nothing to undo, and nothing for the log of the server
@ReadOnly
public class WorkforceListing {
    private final QEmployee e = QEmployee.as("e");
    private final QManager m = QManager.as("m");
    private final QDepartment d = QDepartment.as("d");

    private final View<Manager> managers = View.of(m, "id", m.id, Manager::id)
            .attribute("firstName", m.firstName, Manager::firstName)
            .attribute("lastName", m.lastName, Manager::lastName)
            .made();

    private final View<Employee> employees = View.of(e, "id", e.id, Employee::id)
            .attribute("firstName", e.firstName, Employee::firstName)
            .attribute("lastName", e.lastName, Employee::lastName)
            .attribute("since", e.since, Employee::since)
            .version(Employee::version)
            .undivided()
            .link("department", e.department, Employee::department, this::departments)
            .link("manager", e.manager, Employee::manager, () -> managers)
            .made();

    private final View<Department> departments = View.of(d, "id", d.id, Department::id)
            .attribute("name", d.name, Department::name)
            .version(Department::version)
            .link("parent", d.parent, Department::parent, this::departments)
            .link("parts", d.parts, Department::parts, this::departments)
            .link("employees", d.employees, Department::employees, () -> employees)
            .made();

    @Inject
    private Session session;

    private View<Department> departments() {
        return departments;
    }

    /** What is told of an employee. */
    public ViewShape employeeShape() {
        return employees;
    }

    /** What is told of a department. */
    public ViewShape departmentShape() {
        return departments;
    }

    /** A page of the employees who are asked for. */
    public ViewPage employees(ViewRequest request) {
        return employees.query(request).page(session);
    }

    /** The employee of this key. */
    public Optional<ViewDocument> employee(long id, ViewRequest request) {
        return employees.query(request).one(session, e.id, id);
    }

    /** A page of the departments that are asked for. */
    public ViewPage departments(ViewRequest request) {
        return departments.query(request).page(session);
    }

    /** The department of this key. */
    public Optional<ViewDocument> department(long id, ViewRequest request) {
        return departments.query(request).one(session, d.id, id);
    }
}
