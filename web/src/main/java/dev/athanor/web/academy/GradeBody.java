// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.academy;

import dev.athanor.app.InvalidInput;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How a course went for a student, which ends it.
 *
 * @param grade the grade
 */
@Schema(name = "NewGrade", requiredProperties = "grade")
public record GradeBody(
        @Schema(enumeration = {"EXCELLENT", "GOOD", "FAIR", "SUFFICIENT", "FAILED"}) @Nullable
        String grade) {
    String name() {
        return Optional.ofNullable(grade).orElseThrow(() -> new InvalidInput("grade", "must be given"));
    }
}
