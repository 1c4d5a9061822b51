// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.academy;

import dev.athanor.app.academy.EnrolmentListing;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.rest.Answers;
import dev.athanor.web.rest.Lists;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is and was in which course, of all students; for editors alone. Students have their places below themselves. */
@Path("/v1/enrolments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Academy")
@RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
@SecurityRequirement(name = ApiApplication.TOKEN)
public class EnrolmentListResource {
    @Inject
    private EnrolmentListing listing;

    @BeanParam
    private Answers answers;

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "ListEnrolments",
            summary = "A page of enrolments: filtered, sorted, with what is included")
    public Response list() {
        return answers.page(listing::list);
    }

    @GET
    @Path("/{student: \\d{1,18}}-{course: \\d{1,18}}")
    @Operation(operationId = "GetEnrolmentByKey", summary = "A student's place in a course, by the keys of both: 17-4")
    public Response find(@PathParam("student") long student, @PathParam("course") long course) {
        return answers.one(request -> listing.find(student, course, request));
    }
}
