// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.academy;

import dev.athanor.app.academy.Enrolments;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A student's place in a course.
 *
 * @param course the code of the course
 * @param title what the course is called
 * @param enrolledOn since when
 * @param grade how it went, once it has ended
 */
@Schema(name = "Enrolment")
public record PlaceBody(
        @Schema(examples = "CS101") String course,
        String title,
        LocalDate enrolledOn,

        @Schema(enumeration = {"EXCELLENT", "GOOD", "FAIR", "SUFFICIENT", "FAILED"}) @Nullable
        String grade) {
    static PlaceBody of(Enrolments.Place place) {
        return new PlaceBody(place.course(), place.title(), place.enrolledOn(), place.grade());
    }
}
