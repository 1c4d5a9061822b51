// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.academy;

import dev.athanor.app.academy.CourseListing;
import dev.athanor.web.rest.Lists;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Courses. */
@Path("/v1/courses")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Courses")
public class CoursesResource {
    @Inject
    private CourseListing listing;

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
}
