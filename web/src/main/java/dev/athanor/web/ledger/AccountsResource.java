// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.ledger;

import dev.athanor.app.ledger.Ledger;
import dev.athanor.app.ledger.LedgerAccount;
import dev.athanor.app.ledger.LedgerListing;
import dev.athanor.app.ledger.Opening;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.rest.Answers;
import dev.athanor.web.rest.Body;
import dev.athanor.web.rest.Count;
import dev.athanor.web.rest.Lists;
import dev.athanor.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's accounts; administrators see all, and open those of the house. */
@Path("/v1/accounts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
@RolesAllowed(Roles.USER)
@SecurityRequirement(name = ApiApplication.TOKEN)
public class AccountsResource {
    @Inject
    private LedgerListing listing;

    @Inject
    private Ledger ledger;

    @Inject
    private Caller caller;

    @BeanParam
    private Answers answers;

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "ListAccounts", summary = "A page of the caller's accounts: filtered, sorted")
    public Response list() {
        Optional<Long> owner = caller.unlessAdministrator();
        return answers.page(request -> listing.accounts(owner, request));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "GetAccount", summary = "One of the caller's accounts, with what is on it")
    public Response find(@PathParam("id") long id) {
        Optional<Long> owner = caller.unlessAdministrator();
        return answers.one(request -> listing.account(owner, id, request));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "CreateAccount", summary = "Open an account, with nothing on it")
    public Response open(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = OpeningBody.class)))
                    Body body) {
        Optional<Long> owner = caller.unlessAdministrator();
        Opening opening = body.as(OpeningBody.class).input();
        LedgerAccount account = owner.isPresent() ? ledger.open(owner.get(), opening) : ledger.open(opening);
        return answers.created(account.id(), request -> listing.account(owner, account.id(), request));
    }

    @GET
    @Path("/{id}/statement")
    @Operation(operationId = "GetStatement", summary = "The last entries of an account, with the balance after each")
    public StatementBody statement(
            @PathParam("id") long id,
            @QueryParam("size")
                    @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "20"))
                    @Nullable
                    String size) {
        int most = Count.of("size", size, 20);
        Optional<Long> owner = caller.unlessAdministrator();
        return new StatementBody(
                owner.isPresent() ? ledger.statement(owner.get(), id, most) : ledger.statement(id, most));
    }
}
