// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.workforce;

import dev.athanor.domain.workforce.Contractor;
import dev.athanor.domain.workforce.Employee;
import dev.athanor.domain.workforce.Manager;
import dev.athanor.domain.workforce.Person;

/** What is told of people. */
final class Workers {
    private Workers() {}

    static Worker worker(Person person) {
        if (person instanceof Employee employee) {
            return employed(employee);
        }
        if (person instanceof Contractor contractor) {
            return engaged(contractor);
        }
        throw new IllegalArgumentException("a person of an unknown kind: " + person.getClass());
    }

    static Worker.Employed employed(Employee employee) {
        return new Worker.Employed(
                employee.id(),
                employee.fullName(),
                employee.since(),
                employee.salary(),
                employee.department().name(),
                employee.manager().map(Person::id).orElse(null),
                employee instanceof Manager manager ? manager.bonus() : null);
    }

    static Worker.Engaged engaged(Contractor contractor) {
        return new Worker.Engaged(
                contractor.id(),
                contractor.fullName(),
                contractor.since(),
                contractor.company(),
                contractor.hourlyRate(),
                contractor.until());
    }
}
