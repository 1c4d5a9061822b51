// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.academy;

import dev.athanor.app.NotFound;
import dev.athanor.app.academy.Enrolments;
import dev.athanor.app.academy.Students;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.rest.Answers;
import dev.athanor.web.rest.Body;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which courses a student is in, and how they went; for editors alone. */
@Path("/v1/students/{id}/enrolments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Academy")
@RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
@SecurityRequirement(name = ApiApplication.TOKEN)
public class EnrolmentsResource {
    @Inject
    private Enrolments enrolments;

    @Inject
    private Students students;

    @BeanParam
    private Answers answers;

    @GET
    @Operation(operationId = "GetEnrolments", summary = "The courses that a student is and was in, the first first")
    public EnrolmentsBody list(@PathParam("id") long id) {
        return new EnrolmentsBody(existing(id).stream().map(PlaceBody::of).toList());
    }

    private List<Enrolments.Place> existing(long id) {
        return students.find(id).map(student -> enrolments.transcript(id)).orElseThrow(() -> new NotFound("student"));
    }

    private Enrolments.Place existing(long id, String course) {
        return existing(id).stream()
                .filter(place -> place.course().equals(course))
                .findFirst()
                .orElseThrow(() -> new NotFound("enrolment"));
    }

    @GET
    @Path("/{course}")
    @Operation(operationId = "GetEnrolment", summary = "A student's place in a course")
    public PlaceBody find(@PathParam("id") long id, @PathParam("course") String course) {
        return PlaceBody.of(existing(id, course));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "CreateEnrolment", summary = "Give a student a seat in a course")
    @APIResponse(
            responseCode = "201",
            description = "The place; Location says where it is",
            content = @Content(schema = @Schema(implementation = PlaceBody.class)))
    public Response enrol(
            @PathParam("id") long id,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EnrolmentBody.class)))
                    Body body) {
        existing(id);
        Enrolments.Place place =
                enrolments.enrol(id, body.as(EnrolmentBody.class).code());
        return answers.created(place.course(), PlaceBody.of(place));
    }

    @PUT
    @Path("/{course}/grade")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "GradeEnrolment", summary = "End a student's place in a course with a grade")
    public PlaceBody grade(
            @PathParam("id") long id,
            @PathParam("course") String course,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = GradeBody.class)))
                    Body body) {
        existing(id, course);
        return PlaceBody.of(
                enrolments.grade(id, course, body.as(GradeBody.class).name()));
    }

    @DELETE
    @Path("/{course}")
    @Operation(operationId = "DeleteEnrolment", summary = "Give a student's seat back")
    public void withdraw(@PathParam("id") long id, @PathParam("course") String course) {
        existing(id, course);
        enrolments.withdraw(id, course);
    }
}
