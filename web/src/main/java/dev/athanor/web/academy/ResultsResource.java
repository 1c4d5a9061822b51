// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.academy;

import dev.athanor.app.academy.Courses;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How courses went; for editors. */
@Path("/v1/reports/courses")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
@RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
@SecurityRequirement(name = ApiApplication.TOKEN)
public class ResultsResource {
    @Inject
    private Courses courses;

    @GET
    @Operation(
            operationId = "GetCourseResults",
            summary = "How each course that has grades went, with its place among all")
    public Results results() {
        return new Results(courses.results());
    }

    /**
     * How courses went.
     *
     * @param items in the order of codes
     */
    public record Results(List<Courses.CourseResult> items) {}
}
