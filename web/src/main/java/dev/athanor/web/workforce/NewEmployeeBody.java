// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.workforce;

import dev.athanor.app.workforce.NewEmployee;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is to be employed.
 *
 * @param since the first day
 * @param salary in a month
 * @param department the key of the department
 * @param manager the key of the manager to report to; nobody's for who is at the top
 * @param bonus once a year; who has one is a manager
 */
@Schema(
        name = "NewEmployee",
        requiredProperties = {"firstName", "lastName", "since", "salary", "department"})
public record NewEmployeeBody(
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable LocalDate since,
        @Nullable BigDecimal salary,
        long department,
        @Nullable Long manager,
        @Nullable BigDecimal bonus) {
    @SuppressWarnings("NullAway") // the service says what is missing
    NewEmployee input() {
        return new NewEmployee(firstName, lastName, since, salary, department, manager, bonus);
    }
}
