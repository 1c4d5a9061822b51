// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.academy;

import dev.athanor.app.academy.StudentListing;
import dev.athanor.app.academy.Students;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.rest.Answers;
import dev.athanor.web.rest.Body;
import dev.athanor.web.rest.Lists;
import dev.athanor.web.rest.Thing;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Students; for editors alone, as it is nobody else's business who learns here. */
@Path("/v1/students")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Academy")
@RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
@SecurityRequirement(name = ApiApplication.TOKEN)
public class StudentsResource {
    @Inject
    private StudentListing listing;

    @Inject
    private Students students;

    @BeanParam
    private Answers answers;

    private Thing<StudentBody> student(long id) {
        return answers.thing(request -> listing.find(id, request), () -> students.edition(id), StudentBody::of);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "ListStudents", summary = "A page of students: filtered, sorted, with what is included")
    public Response list() {
        return answers.page(listing::list);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "GetStudent", summary = "One student")
    public Response find(@PathParam("id") long id) {
        return student(id).shown();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "CreateStudent", summary = "Admit somebody")
    public Response admit(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StudentBody.class)))
                    Body body) {
        long id = students.admit(body.as(StudentBody.class).input()).id();
        return student(id).created(id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({Body.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(operationId = "ChangeStudent", summary = "Call a student otherwise, or reach the student elsewhere")
    public Response change(
            @PathParam("id") long id,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StudentBody.class)))
                    Body body) {
        return student(id).changed(body, (version, said) -> students.change(id, version, said.input()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "DeleteStudent", summary = "Let a student leave; grades are kept")
    public void leave(@PathParam("id") long id) {
        student(id).deleted(version -> students.leave(id, version));
    }
}
