// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.identity;

import dev.athanor.app.identity.Account;
import dev.athanor.app.identity.Accounts;
import dev.athanor.web.error.ErrorBody;
import dev.athanor.web.security.Challenge;
import dev.athanor.web.security.ClientAddress;
import dev.athanor.web.security.Tokens;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Registration, and logging in. */
@Path("/users")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "User and Authentication")
public class UsersResource {
    @Inject
    private Accounts accounts;

    @Inject
    private Tokens tokens;

    @Inject
    private ClientAddress address;

    @POST
    @Operation(operationId = "CreateUser", summary = "Register a new user")
    @APIResponse(
            responseCode = "201",
            description = "The user, with a token",
            content = @Content(schema = @Schema(implementation = UserBody.class)))
    @APIResponse(
            responseCode = "429",
            description = "It was tried too often from this address",
            content = @Content(schema = @Schema(implementation = ErrorBody.class)))
    @APIResponse(
            responseCode = "422",
            description = "What is wrong with the input",
            content = @Content(schema = @Schema(implementation = ErrorBody.class)))
    public Response register(@RequestBody(required = true) NewUser newUser) {
        Account account = accounts.register(newUser.registration(), address.client());
        return Response.status(Status.CREATED)
                .entity(UserBody.of(account, tokens))
                .build();
    }

    @POST
    @Path("/login")
    @Operation(operationId = "Login", summary = "Log in")
    @APIResponse(
            responseCode = "200",
            description = "The user, with a token",
            content = @Content(schema = @Schema(implementation = UserBody.class)))
    @APIResponse(responseCode = "401", description = "The address or the password is wrong")
    @APIResponse(
            responseCode = "429",
            description = "It was tried too often",
            content = @Content(schema = @Schema(implementation = ErrorBody.class)))
    @APIResponse(
            responseCode = "422",
            description = "What is wrong with the input",
            content = @Content(schema = @Schema(implementation = ErrorBody.class)))
    public UserBody logIn(@RequestBody(required = true) Login login) {
        return accounts.logIn(login.credentials(), address.client())
                .map(account -> UserBody.of(account, tokens))
                .orElseThrow(() -> new NotAuthorizedException(Challenge.TOKEN));
    }
}
