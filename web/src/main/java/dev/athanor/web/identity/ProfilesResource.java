// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.identity;

import dev.athanor.app.NotFound;
import dev.athanor.app.identity.Profiles;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Users as others see them. */
@Path("/profiles/{username}")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Profile")
public class ProfilesResource {
    @Inject
    private Profiles profiles;

    @Inject
    private Caller caller;

    @GET
    @Operation(operationId = "GetProfileByUsername", summary = "A user")
    @APIResponse(responseCode = "200", description = "The user")
    @APIResponse(responseCode = "404", description = "There is none of this name")
    public ProfileBody find(@PathParam("username") String username) {
        return profiles.find(username, caller.viewer()).map(ProfileBody::of).orElseThrow(() -> new NotFound("profile"));
    }

    @POST
    @Path("/follow")
    @RolesAllowed(Roles.USER)
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "FollowUserByUsername", summary = "Follow a user")
    @APIResponse(responseCode = "200", description = "The user")
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "404", description = "There is none of this name")
    @APIResponse(responseCode = "422", description = "It is the caller")
    public ProfileBody follow(@PathParam("username") String username) {
        return ProfileBody.of(profiles.follow(caller.userId(), username));
    }

    @DELETE
    @Path("/follow")
    @RolesAllowed(Roles.USER)
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "UnfollowUserByUsername", summary = "Follow a user no more")
    @APIResponse(responseCode = "200", description = "The user")
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "404", description = "There is none of this name")
    public ProfileBody unfollow(@PathParam("username") String username) {
        return ProfileBody.of(profiles.unfollow(caller.userId(), username));
    }
}
