// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.academy;

import dev.athanor.app.academy.NewCourse;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a course.
 *
 * @param code what people call it by: capital letters and digits
 * @param title what it is called
 * @param seats for how many
 * @param prerequisites the codes of the courses to be passed before
 */
@Schema(
        name = "Course",
        requiredProperties = {"code", "title", "seats"})
public record CourseBody(@Nullable String code, @Nullable String title, int seats, Set<String> prerequisites) {
    static CourseBody of(NewCourse course) {
        return new CourseBody(course.code(), course.title(), course.seats(), course.prerequisites());
    }

    @SuppressWarnings("NullAway") // the service says what is missing
    NewCourse input() {
        return new NewCourse(code, title, seats, prerequisites);
    }
}
