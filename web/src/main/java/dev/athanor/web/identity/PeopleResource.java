// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.identity;

import dev.athanor.app.identity.Introductions;
import dev.athanor.app.identity.PeopleListing;
import dev.athanor.app.identity.Picture;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.rest.Answers;
import dev.athanor.web.rest.Lists;
import dev.athanor.web.rest.Pictures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Users, for each other: what is told of them is no secret among those who are logged in. */
@Path("/v1/people")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
@RolesAllowed(Roles.USER)
@SecurityRequirement(name = ApiApplication.TOKEN)
public class PeopleResource {
    /** Browsers may keep pictures, and ask whether they are what they were. */
    private static final String KEPT = "private, no-cache";

    @Inject
    private PeopleListing listing;

    @Inject
    private Introductions introductions;

    @BeanParam
    private Answers answers;

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "ListPeople", summary = "A page of users: filtered, sorted")
    public Response list() {
        return answers.page(listing::list);
    }

    @GET
    @Path("/{username}")
    @Operation(operationId = "GetPerson", summary = "One user, as others see her or him")
    public Response find(@PathParam("username") String username) {
        return answers.one(request -> listing.find(username, request));
    }

    @GET
    @Path("/{username}/avatar")
    @Produces({Pictures.PNG, Pictures.JPEG, Pictures.GIF, Pictures.WEBP})
    @Operation(operationId = "GetAvatar", summary = "The picture of a user")
    public Response picture(@PathParam("username") String username) {
        Picture picture = introductions.picture(username).orElseThrow(NotFoundException::new);
        return Response.ok(picture.bytes(), picture.mediaType())
                .header(HttpHeaders.CACHE_CONTROL, KEPT)
                .build();
    }
}
