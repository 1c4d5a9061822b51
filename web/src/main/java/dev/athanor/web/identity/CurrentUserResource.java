// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.identity;

import dev.athanor.app.identity.Accounts;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.error.ErrorBody;
import dev.athanor.web.security.Caller;
import dev.athanor.web.security.Challenge;
import dev.athanor.web.security.Tokens;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The user who calls. */
@Path("/user")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "User and Authentication")
@SecurityRequirement(name = ApiApplication.TOKEN)
public class CurrentUserResource {
    @Inject
    private Accounts accounts;

    @Inject
    private Tokens tokens;

    @Inject
    private Caller caller;

    @GET
    @Operation(operationId = "GetCurrentUser", summary = "The user of the token, with a new token")
    @APIResponse(responseCode = "200", description = "The user")
    @APIResponse(responseCode = "401", description = "No valid token")
    public UserBody current() {
        return accounts.find(caller.userId())
                .map(account -> UserBody.of(account, tokens))
                .orElseThrow(() -> new NotAuthorizedException(Challenge.TOKEN));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "UpdateCurrentUser",
            summary = "Change the user of the token; with another password, tokens from before are good no more")
    @APIResponse(responseCode = "200", description = "The user")
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(
            responseCode = "422",
            description = "What is wrong with the input",
            content = @Content(schema = @Schema(implementation = ErrorBody.class)))
    public UserBody change(@RequestBody(required = true) ChangedUser changed) {
        return UserBody.of(accounts.change(caller.userId(), changed.changes()), tokens);
    }
}
