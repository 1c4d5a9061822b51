// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.academy;

import dev.athanor.app.academy.Admission;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a student.
 *
 * @param name what the student is called
 * @param email where the student is reached; no other student's
 */
@Schema(
        name = "Student",
        requiredProperties = {"name", "email"})
public record StudentBody(@Nullable String name, @Nullable String email) {
    static StudentBody of(Admission admission) {
        return new StudentBody(admission.name(), admission.email());
    }

    @SuppressWarnings("NullAway") // the service says what is missing
    Admission input() {
        return new Admission(name, email);
    }
}
