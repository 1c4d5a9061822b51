// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.commerce;

import dev.athanor.app.commerce.OrderListing;
import dev.athanor.app.commerce.Orders;
import dev.athanor.app.commerce.Placed;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The caller's orders; those of others are not there. */
@Path("/v1/orders")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
@RolesAllowed(Roles.USER)
@SecurityRequirement(name = ApiApplication.TOKEN)
public class OrdersResource {
    @Inject
    private OrderListing listing;

    @Inject
    private Orders orders;

    @Inject
    private Once once;

    @Inject
    private Caller caller;

    @BeanParam
    private Answers answers;

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "ListOrders",
            summary = "A page of the caller's orders: filtered, sorted, with what is included")
    public Response list() {
        long customer = caller.userId();
        return answers.page(request -> listing.list(customer, request));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "GetOrder", summary = "One of the caller's orders")
    public Response find(@PathParam("id") long id) {
        long customer = caller.userId();
        return answers.one(request -> listing.find(customer, id, request));
    }

    // region place
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "CreateOrder", summary = "Order what is in stock; for each key once")
    @APIResponse(
            responseCode = "201",
            description = "The order, and the lines that were refused",
            content = @Content(schema = @Schema(ref = "PlacedOrder")))
    public Response place(
            @HeaderParam(Once.KEY) @Nullable String key,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = OrderBody.class)))
                    Body body) {
        long customer = caller.userId();
        OrderBody wanted = body.as(OrderBody.class);
        return once.created(key, "order", answers, body, () -> {
            Placed placed = orders.place(wanted.by(customer));
            long id = placed.order().id();
            return Once.Made.of(id, request -> listing.find(customer, id, request), "items.product")
                    .with("refused", placed.refused());
        });
    }
    // endregion

    @POST
    @Path("/{id}/cancellation")
    @Operation(operationId = "CancelOrder", summary = "Take an order back; its products are in stock again")
    public Response cancel(@PathParam("id") long id) {
        long customer = caller.userId();
        orders.cancel(customer, id);
        return answers.now(request -> listing.find(customer, id, request));
    }

    @POST
    @Path("/{id}/payments")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "PayOrder", summary = "Pay for an order, or for a part of it")
    public Response pay(
            @PathParam("id") long id,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = PaymentBody.class)))
                    Body body) {
        long customer = caller.userId();
        PaymentBody payment = body.as(PaymentBody.class).checked();
        orders.pay(customer, id, payment.paid(), payment.means());
        return answers.now(request -> listing.find(customer, id, request));
    }
}
