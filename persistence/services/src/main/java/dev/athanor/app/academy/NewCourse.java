// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.academy;

import dev.athanor.app.Texts;
import dev.athanor.domain.academy.Course;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * What is said to teach something.
 *
 * @param code what people call it by: capital letters and digits
 * @param title what it is called
 * @param seats for how many
 * @param prerequisites the codes of the courses to be passed before
 */
public record NewCourse(
        @NotBlank(message = Texts.BLANK)
        @Size(max = Course.CODE_LENGTH, message = Texts.TOO_LONG)
        @Pattern(regexp = "[A-Z0-9]*", message = "may have capital letters and digits only")
        String code,

        @NotBlank(message = Texts.BLANK)
        @Size(max = Course.TITLE_LENGTH, message = Texts.TOO_LONG)
        @Pattern(regexp = Texts.PRINTABLE, message = Texts.NOT_PRINTABLE)
        String title,

        @Positive(message = "must be positive") int seats,

        @NotNull(message = Texts.MISSING) Set<String> prerequisites) {}
