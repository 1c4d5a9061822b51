// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.ledger;

import dev.athanor.app.ledger.Ledger;
import dev.athanor.app.ledger.LedgerListing;
import dev.athanor.app.ledger.Receipt;
import dev.athanor.app.ledger.TransferRequest;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.rest.Answers;
import dev.athanor.web.rest.Body;
import dev.athanor.web.rest.Lists;
import dev.athanor.web.rest.Once;
import dev.athanor.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Transfers from and to the caller's accounts; administrators see all, and transfer from any. */
@Path("/v1/transfers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ledger")
@RolesAllowed(Roles.USER)
@SecurityRequirement(name = ApiApplication.TOKEN)
public class TransfersResource {
    @Inject
    private LedgerListing listing;

    @Inject
    private Ledger ledger;

    @Inject
    private Once once;

    @Inject
    private Caller caller;

    @BeanParam
    private Answers answers;

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "ListTransfers", summary = "A page of transfers: filtered, sorted, with what is included")
    public Response list() {
        Optional<Long> owner = caller.unlessAdministrator();
        return answers.page(request -> listing.transfers(owner, request));
    }

    @GET
    @Path("/{key}")
    @Operation(operationId = "GetTransfer", summary = "One transfer")
    public Response find(@PathParam("key") UUID key) {
        Optional<Long> owner = caller.unlessAdministrator();
        return answers.one(request -> listing.transfer(owner, key, request));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "CreateTransfer", summary = "Transfer money; for each key once")
    public Response transfer(
            @HeaderParam(Once.KEY) @Nullable String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TransferBody.class)))
                    Body body) {
        Optional<Long> owner = caller.unlessAdministrator();
        TransferRequest wanted = body.as(TransferBody.class).under(number(key));
        return once.created(key, "transfer", answers, body, () -> {
            UUID booked = booked(owner, wanted).key();
            return Once.Made.of(booked, request -> listing.transfer(owner, booked, request), "entries.account");
        });
    }

    /** The same for the same key: even when that is forgotten, nothing is transferred again. */
    private UUID number(@Nullable String key) {
        return key == null
                ? UUID.randomUUID()
                : UUID.nameUUIDFromBytes((caller.userId() + "/" + key).getBytes(StandardCharsets.UTF_8));
    }

    private Receipt booked(Optional<Long> owner, TransferRequest wanted) {
        return owner.isPresent() ? ledger.transfer(owner.get(), wanted) : ledger.transfer(wanted);
    }
}
