// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.academy;

import dev.athanor.app.Edition;
import dev.athanor.app.academy.StudentListing;
import dev.athanor.app.academy.Students;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.rest.Body;
import dev.athanor.web.rest.Lists;
import dev.athanor.web.rest.Precondition;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

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

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "ListStudents", summary = "A page of students: filtered, sorted, with what is included")
    public Response list(@Context UriInfo address, @Context Request accepted) {
        return Lists.answer(address, accepted, listing::list);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "GetStudent", summary = "One student")
    public Response find(@PathParam("id") long id, @Context UriInfo address) {
        return Lists.one(address, request -> listing.find(id, request));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "CreateStudent", summary = "Admit somebody")
    @APIResponse(responseCode = "201", description = "The student; Location says where")
    public Response admit(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StudentBody.class)))
                    Body body,
            @Context UriInfo address) {
        long id = students.admit(body.as(StudentBody.class).input()).id();
        return Lists.created(address, id, request -> listing.find(id, request));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({Body.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Operation(operationId = "ChangeStudent", summary = "Call a student otherwise, or reach the student elsewhere")
    @APIResponse(responseCode = "200", description = "The student as it is now")
    public Response change(
            @PathParam("id") long id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = StudentBody.class)))
                    Body body) {
        Edition<StudentBody> known =
                Precondition.of(ifMatch).met(students.edition(id).map(edition -> edition.map(StudentBody::of)));
        students.change(id, known.version(), body.mergedInto(known.value()).input());
        return Lists.changed(request -> listing.find(id, request));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "DeleteStudent", summary = "Let a student leave; grades are kept")
    @APIResponse(responseCode = "204", description = "The student is not seen any more")
    public void leave(@PathParam("id") long id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Precondition.of(ifMatch).met(students.edition(id));
        students.leave(id);
    }
}
