// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.workforce;

import dev.athanor.app.Texts;
import dev.athanor.domain.workforce.Employee;
import dev.athanor.domain.workforce.Person;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is said to employ somebody.
 *
 * @param firstName the first name
 * @param lastName the last name
 * @param since the first day
 * @param salary in a month
 * @param department the key of the department
 * @param manager the key of the manager to report to; nobody's for who is at the top
 * @param bonus once a year; only managers have one, and who has one is a manager
 */
public record NewEmployee(
        @NotBlank(message = Texts.BLANK)
        @Size(max = Person.NAME_LENGTH, message = Texts.TOO_LONG)
        @Pattern(regexp = Texts.PRINTABLE, message = Texts.NOT_PRINTABLE)
        String firstName,

        @NotBlank(message = Texts.BLANK)
        @Size(max = Person.NAME_LENGTH, message = Texts.TOO_LONG)
        @Pattern(regexp = Texts.PRINTABLE, message = Texts.NOT_PRINTABLE)
        String lastName,

        @NotNull(message = Texts.MISSING) LocalDate since,

        @NotNull(message = Texts.MISSING)
        @Positive(message = "must be positive")
        @Digits(integer = WHOLE_DIGITS, fraction = Employee.SCALE, message = "has too many digits")
        BigDecimal salary,

        long department,

        @Nullable Long manager,

        @PositiveOrZero(message = "must not be negative")
        @Digits(integer = WHOLE_DIGITS, fraction = Employee.SCALE, message = "has too many digits")
        @Nullable
        BigDecimal bonus) {

    static final int WHOLE_DIGITS = Employee.PRECISION - Employee.SCALE - 1;
}
