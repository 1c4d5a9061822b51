// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.academy;

import dev.athanor.app.Texts;
import dev.athanor.domain.academy.Student;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What is said to become a student.
 *
 * @param name what the student is called
 * @param email where the student is reached; no other student's
 */
public record Admission(
        @NotBlank(message = Texts.BLANK)
        @Size(max = Student.NAME_LENGTH, message = Texts.TOO_LONG)
        @Pattern(regexp = Texts.PRINTABLE, message = Texts.NOT_PRINTABLE)
        String name,

        @NotBlank(message = Texts.BLANK)
        @Size(max = Student.EMAIL_LENGTH, message = Texts.TOO_LONG)
        @Pattern(regexp = Texts.PRINTABLE, message = Texts.NOT_PRINTABLE)
        @Email(message = "is not an e-mail address")
        String email) {}
