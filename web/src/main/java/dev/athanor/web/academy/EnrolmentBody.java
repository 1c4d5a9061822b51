// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.academy;

import dev.athanor.app.InvalidInput;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A seat in a course, for a student.
 *
 * @param course the code of the course
 */
@Schema(name = "NewEnrolment", requiredProperties = "course")
public record EnrolmentBody(@Nullable String course) {
    String code() {
        return Optional.ofNullable(course).orElseThrow(() -> new InvalidInput("course", "must be given"));
    }
}
