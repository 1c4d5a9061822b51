// SPDX-License-Identifier: Apache-2.0
package dev.athanor.seed;

import dev.athanor.domain.workforce.Department;
import dev.athanor.domain.workforce.Employee;
import dev.athanor.domain.workforce.QDepartment;
import dev.athanor.orm.bulk.RowMapping;
import dev.athanor.seed.PeopleTables.Contracts;
import dev.athanor.seed.PeopleTables.Employees;
import dev.athanor.seed.PeopleTables.Managers;
import dev.athanor.seed.PeopleTables.People;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Departments below each other, each with a manager and others, and people from outside. Some have had a raise, and
 * some of these have moved.
 */
final class WorkforcePart implements Part {
    private static final int OF_A_DEPARTMENT = 12;
    private static final int BELOW_ANOTHER = 4;
    private static final int MOST_MOVED = 50;
    private static final int DAYS = 3_000;

    private record Branch(long id, String name, @Nullable Long parent, Instant since) {}

    private record Worker(long id, String first, String last, LocalDate since, String kind, Instant noted) {}

    private static final QDepartment D = QDepartment.table();

    private final People people = new People();
    private final Employees employees = new Employees();
    private final Managers managers = new Managers();
    private final Contracts contracts = new Contracts();

    private final RowMapping<Branch> branches = RowMapping.of(Branch.class, D)
            .set(D.id, Branch::id)
            .set(D.createdAt, branch -> branch.since().atOffset(ZoneOffset.UTC))
            .set(D.createdBy, branch -> "admin")
            .set(D.updatedAt, Branch::since)
            .set(D.updatedBy, branch -> "admin")
            .set(D.version, branch -> 1)
            .set(D.name, Branch::name)
            .set(D.parent.id, Branch::parent);

    private final RowMapping<Worker> workers = RowMapping.of(Worker.class, people)
            .set(people.id, Worker::id)
            .set(people.createdAt, Worker::noted)
            .set(people.createdBy, worker -> "admin")
            .set(people.updatedAt, Worker::noted)
            .set(people.updatedBy, worker -> "admin")
            .set(people.version, worker -> 1)
            .set(people.firstName, Worker::first)
            .set(people.lastName, Worker::last)
            .set(people.since, Worker::since)
            .set(people.kind, Worker::kind);

    @Override
    public String name() {
        return "workforce";
    }

    /** Who has which key: first the managers, one of each department of the same key, then the others. */
    private record Keys(long departments, long employees, long contractors) {
        static Keys of(int employees) {
            return new Keys(1 + employees / OF_A_DEPARTMENT, employees, 1 + employees / 10);
        }

        long employed() {
            return departments + employees;
        }

        long all() {
            return employed() + contractors;
        }

        boolean isManager(long id) {
            return id <= departments;
        }

        String kind(long id) {
            return isManager(id) ? "MANAGER" : id <= employed() ? "EMPLOYEE" : "CONTRACTOR";
        }

        long department(long id) {
            return isManager(id) ? id : 1 + (id - departments - 1) % departments;
        }

        /** Of a department; of the first one there is none. */
        static @Nullable Long above(long department) {
            return department == 1 ? null : Long.valueOf(1 + (department - 2) / BELOW_ANOTHER);
        }

        @Nullable
        Long manager(long id) {
            return isManager(id) ? above(id) : Long.valueOf(department(id));
        }
    }

    @Override
    public void write(Writing writing) {
        Keys keys = Keys.of(writing.sizes().employees());
        writing.rows(branches, keys.departments(), id -> branch(writing, id));
        writing.rows(workers, keys.all(), id -> worker(writing, keys, id));
        writing.rows(employed(writing, keys), keys.employed(), id -> id);
        writing.rows(leading(writing), keys.departments(), id -> id);
        writing.rows(contracted(writing), keys.contractors(), number -> keys.employed() + number);
        writing.keysAfter("workforce.department", keys.departments());
        writing.keysAfter("workforce.person", keys.all());
        promote(writing, keys);
    }

    private static Branch branch(Writing writing, long id) {
        Instant since = writing.until().minus(Duration.ofDays(DAYS));
        return new Branch(id, id == 1 ? "Company" : "Department " + id, Keys.above(id), since);
    }

    private static Worker worker(Writing writing, Keys keys, long id) {
        Draw draw = writing.draw("worker", id);
        Instant noted = draw.before(writing.until().minus(Duration.ofDays(30)), DAYS - 60);
        LocalDate since = LocalDate.ofInstant(noted, ZoneOffset.UTC).plusDays(14);
        return new Worker(id, draw.of(Words.FIRST_NAMES), draw.of(Words.LAST_NAMES), since, keys.kind(id), noted);
    }

    private RowMapping<Long> employed(Writing writing, Keys keys) {
        return RowMapping.of(Long.class, employees)
                .set(employees.id, id -> id)
                .set(employees.department, keys::department)
                .set(employees.manager, keys::manager)
                .set(employees.salary, id -> salary(writing, keys, id));
    }

    private static BigDecimal salary(Writing writing, Keys keys, long id) {
        int hundreds = writing.draw("salary", id).between(24, 60) + (keys.isManager(id) ? 30 : 0);
        return BigDecimal.valueOf(hundreds * 10_000L, 2);
    }

    private RowMapping<Long> leading(Writing writing) {
        return RowMapping.of(Long.class, managers)
                .set(managers.id, id -> id)
                .set(
                        managers.bonus,
                        id -> BigDecimal.valueOf(writing.draw("bonus", id).between(10, 90) * 10_000L, 2));
    }

    private RowMapping<Long> contracted(Writing writing) {
        return RowMapping.of(Long.class, contracts)
                .set(contracts.id, id -> id)
                .set(contracts.company, id -> writing.draw("company", id).of(Words.LAST_NAMES) + " Ltd")
                .set(
                        contracts.hourlyRate,
                        id -> BigDecimal.valueOf(writing.draw("rate", id).between(25, 90) * 100L, 2))
                .set(contracts.until, id -> LocalDate.ofInstant(writing.until(), ZoneOffset.UTC)
                        .plusDays(writing.draw("contract", id).between(-30, 400)));
    }

    /** One after the other, as people do it, so that their history has it. */
    private static void promote(Writing writing, Keys keys) {
        long moved = Math.min(keys.employees() / 5, MOST_MOVED);
        for (long number = 1; number <= moved; number++) {
            Draw draw = writing.draw("promotion", number);
            Employee employee = writing.session()
                    .get(Employee.class, keys.departments() + number)
                    .orElseThrow();
            employee.raise(BigDecimal.valueOf(draw.between(2, 9)));
            if (number % 2 == 0) {
                long to = draw.any(keys.departments());
                employee.moveTo(writing.session().get(Department.class, to).orElseThrow());
            }
            writing.session().flush();
        }
    }
}
