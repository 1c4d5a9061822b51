// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.identity;

import dev.athanor.app.identity.Administration;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What users may do beyond what all may; for administrators. */
@Path("/v1/users/{username}/roles")
@RequestScoped
@RolesAllowed(Roles.ADMINISTRATOR)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = ApiApplication.TOKEN)
@Tag(name = "Administration")
public class RolesResource {
    @Inject
    private Administration administration;

    @Inject
    private Caller caller;

    @GET
    @Operation(operationId = "GetRoles", summary = "The roles of a user")
    @APIResponse(responseCode = "200", description = "The roles")
    @APIResponse(responseCode = "403", description = "The caller is no administrator")
    @APIResponse(responseCode = "404", description = "There is no user of this name")
    public RolesBody find(@PathParam("username") String username) {
        return RolesBody.of(administration.rolesOf(username));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "AssignRoles", summary = "Give a user these roles, and no others")
    @APIResponse(responseCode = "200", description = "The roles")
    @APIResponse(responseCode = "403", description = "The caller is no administrator")
    @APIResponse(responseCode = "404", description = "There is no user of this name")
    @APIResponse(responseCode = "422", description = "A role is not known, or the caller's own would be taken away")
    public RolesBody assign(@PathParam("username") String username, @RequestBody(required = true) RolesBody roles) {
        return RolesBody.of(administration.assign(caller.userId(), username, roles.names()));
    }
}
