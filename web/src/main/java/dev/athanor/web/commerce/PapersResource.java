// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.commerce;

import dev.athanor.app.NotFound;
import dev.athanor.app.commerce.Orders;
import dev.athanor.app.commerce.Paper;
import dev.athanor.app.commerce.Papers;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.rest.Answers;
import dev.athanor.web.rest.Body;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The papers of an order: its customer sees them, editors issue them. */
@Path("/v1/orders/{id}/papers")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
@RolesAllowed(Roles.USER)
@SecurityRequirement(name = ApiApplication.TOKEN)
public class PapersResource {
    @Inject
    private Papers papers;

    @Inject
    private Orders orders;

    @Inject
    private Caller caller;

    @BeanParam
    private Answers answers;

    @GET
    @Operation(operationId = "GetPapers", summary = "The papers of one of the caller's orders, the first first")
    public PapersBody list(@PathParam("id") long id) {
        return new PapersBody(
                papers.of(caller.userId(), id).stream().map(PaperBody::of).toList());
    }

    @GET
    @Path("/{number}")
    @Operation(operationId = "GetPaper", summary = "One paper of one of the caller's orders")
    public PaperBody find(@PathParam("id") long id, @PathParam("number") long number) {
        return papers.of(caller.userId(), id).stream()
                .filter(paper -> paper.number() == number)
                .findFirst()
                .map(PaperBody::of)
                .orElseThrow(() -> new NotFound("paper"));
    }

    @POST
    @RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "CreatePaper", summary = "Issue an invoice, or ship: issue what comes with the parcels")
    @APIResponse(
            responseCode = "201",
            description = "The paper; Location says where the customer finds it",
            content = @Content(schema = @Schema(implementation = PaperBody.class)))
    public Response issue(
            @PathParam("id") long id,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewPaperBody.class)))
                    Body body) {
        Paper paper = orders.find(id)
                .map(order -> body.as(NewPaperBody.class).issued(papers, id))
                .orElseThrow(() -> new NotFound("order"));
        return answers.created(paper.number(), PaperBody.of(paper));
    }
}
