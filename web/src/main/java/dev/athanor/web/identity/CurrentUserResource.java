// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.identity;

import dev.athanor.app.identity.Accounts;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.security.Caller;
import dev.athanor.web.security.Challenge;
import dev.athanor.web.security.Tokens;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    @EJB
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
                .map(account -> UserBody.of(account, tokens.issue(account.id())))
                .orElseThrow(() -> new NotAuthorizedException(Challenge.TOKEN));
    }
}
