// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.workforce;

import dev.athanor.app.Texts;
import dev.athanor.domain.workforce.Person;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What may change of an employee. The salary is raised with those of the department.
 *
 * @param firstName the first name
 * @param lastName the last name
 * @param department the key of the department
 * @param manager the key of the manager to report to; nobody's for who is at the top
 */
public record EmployeeChange(
        @NotBlank(message = Texts.BLANK)
        @Size(max = Person.NAME_LENGTH, message = Texts.TOO_LONG)
        @Pattern(regexp = Texts.PRINTABLE, message = Texts.NOT_PRINTABLE)
        String firstName,

        @NotBlank(message = Texts.BLANK)
        @Size(max = Person.NAME_LENGTH, message = Texts.TOO_LONG)
        @Pattern(regexp = Texts.PRINTABLE, message = Texts.NOT_PRINTABLE)
        String lastName,

        long department,

        @Nullable Long manager) {}
