// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.academy;

import dev.athanor.app.academy.CourseListing;
import dev.athanor.app.academy.Courses;
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

    @BeanParam
    private Answers answers;

    private Thing<CourseBody> course(String code) {
        return answers.thing(request -> listing.find(code, request), () -> courses.edition(code), CourseBody::of);
    }

    // region list
    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "ListCourses", summary = "A page of courses: filtered, sorted, with what is included")
    public Response list() {
        return answers.page(listing::list);
    }
    // endregion

    @GET
    @Path("/{code}")
    @Operation(operationId = "GetCourse", summary = "One course")
    public Response find(@PathParam("code") String code) {
        return course(code).shown();
    }

    @GET
    @Path("/{code}/path")
    @Operation(
            operationId = "GetCoursePath",
            summary = "All that has to be passed before a course, what is nearest first")
    public PathBody path(@PathParam("code") String code) {
        course(code).check();
        return new PathBody(courses.pathTo(code));
    }

    @POST
    @RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "CreateCourse", summary = "Teach something new")
    public Response announce(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CourseBody.class)))
                    Body body) {
        String code = courses.announce(body.as(CourseBody.class).input()).code();
        return course(code).created(code);
    }

    @PATCH
    @Path("/{code}")
    @RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
    @Consumes({Body.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "ChangeCourse", summary = "Call a course otherwise, or have it for others")
    public Response change(
            @PathParam("code") String code,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CourseBody.class)))
                    Body body) {
        return course(code).changed(body, (version, said) -> courses.change(code, version, said.input()));
    }

    @DELETE
    @Path("/{code}")
    @RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "DeleteCourse", summary = "Teach a course no longer that nobody was in")
    public void drop(@PathParam("code") String code) {
        course(code).deleted(version -> courses.drop(code, version));
    }
}
