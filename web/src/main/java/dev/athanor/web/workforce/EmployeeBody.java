// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.workforce;

import dev.athanor.app.workforce.EmployeeChange;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What may change of an employee.
 *
 * @param department the key of the department
 * @param manager the key of the manager to report to; nobody's for who is at the top
 */
@Schema(
        name = "EmployeeChange",
        requiredProperties = {"firstName", "lastName", "department"})
public record EmployeeBody(
        @Nullable String firstName,
        @Nullable String lastName,
        long department,
        @Nullable Long manager) {
    static EmployeeBody of(EmployeeChange change) {
        return new EmployeeBody(change.firstName(), change.lastName(), change.department(), change.manager());
    }

    @SuppressWarnings("NullAway") // the service says what is missing
    EmployeeChange input() {
        return new EmployeeChange(firstName, lastName, department, manager);
    }
}
