// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.academy;

import dev.athanor.app.Edition;
import dev.athanor.app.academy.CourseListing;
import dev.athanor.app.academy.Courses;
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

/** Courses. Everybody may look; editors write. */
@Path("/v1/courses")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Academy")
public class CoursesResource {
    @Inject
    private CourseListing listing;

    @Inject
    private Courses courses;

    // region list
    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "ListCourses", summary = "A page of courses: filtered, sorted, with what is included")
    public Response list(@Context UriInfo address, @Context Request accepted) {
        return Lists.answer(address, accepted, listing::list);
    }
    // endregion

    @GET
    @Path("/{code}")
    @Operation(operationId = "GetCourse", summary = "One course")
    public Response find(@PathParam("code") String code, @Context UriInfo address) {
        return Lists.one(address, request -> listing.find(code, request));
    }

    @GET
    @Path("/{code}/path")
    @Operation(
            operationId = "GetCoursePath",
            summary = "All that has to be passed before a course, what is nearest first")
    public PathBody path(@PathParam("code") String code) {
        Precondition.none().met(courses.edition(code));
        return new PathBody(courses.pathTo(code));
    }

    @POST
    @RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "CreateCourse", summary = "Teach something new")
    @APIResponse(responseCode = "201", description = "The course; Location says where it is")
    public Response announce(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CourseBody.class)))
                    Body body,
            @Context UriInfo address) {
        String code = courses.announce(body.as(CourseBody.class).input()).code();
        return Lists.created(address, code, request -> listing.find(code, request));
    }

    @PATCH
    @Path("/{code}")
    @RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
    @Consumes({Body.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "ChangeCourse", summary = "Call a course otherwise, or have it for others")
    @APIResponse(responseCode = "200", description = "The course as it is now")
    public Response change(
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CourseBody.class)))
                    Body body) {
        Edition<CourseBody> known =
                Precondition.of(ifMatch).met(courses.edition(code).map(edition -> edition.map(CourseBody::of)));
        courses.change(code, known.version(), body.mergedInto(known.value()).input());
        return Lists.changed(request -> listing.find(code, request));
    }

    @DELETE
    @Path("/{code}")
    @RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "DeleteCourse", summary = "Teach a course no longer that nobody was in")
    @APIResponse(responseCode = "204", description = "It is gone")
    public void drop(@PathParam("code") String code, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        courses.drop(code, Precondition.of(ifMatch).met(courses.edition(code)).version());
    }
}
