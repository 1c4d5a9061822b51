// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.workforce;

import dev.athanor.app.Texts;
import dev.athanor.domain.workforce.Contractor;
import dev.athanor.domain.workforce.Employee;
import dev.athanor.domain.workforce.Person;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What is said to engage somebody for a while.
 *
 * @param firstName the first name
 * @param lastName the last name
 * @param since the first day
 * @param until the last day
 * @param company who sends the invoices
 * @param hourlyRate what an hour costs
 */
public record NewContractor(
        @NotBlank(message = Texts.BLANK)
        @Size(max = Person.NAME_LENGTH, message = Texts.TOO_LONG)
        @Pattern(regexp = Texts.PRINTABLE, message = Texts.NOT_PRINTABLE)
        String firstName,

        @NotBlank(message = Texts.BLANK)
        @Size(max = Person.NAME_LENGTH, message = Texts.TOO_LONG)
        @Pattern(regexp = Texts.PRINTABLE, message = Texts.NOT_PRINTABLE)
        String lastName,

        @NotNull(message = Texts.MISSING) LocalDate since,
        @NotNull(message = Texts.MISSING) LocalDate until,

        @NotBlank(message = Texts.BLANK)
        @Size(max = Contractor.COMPANY_LENGTH, message = Texts.TOO_LONG)
        @Pattern(regexp = Texts.PRINTABLE, message = Texts.NOT_PRINTABLE)
        String company,

        @NotNull(message = Texts.MISSING)
        @Positive(message = "must be positive")
        @Digits(integer = NewEmployee.WHOLE_DIGITS, fraction = Employee.SCALE, message = "has too many digits")
        BigDecimal hourlyRate) {}
