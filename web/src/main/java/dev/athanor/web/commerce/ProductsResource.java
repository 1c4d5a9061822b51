// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.commerce;

import dev.athanor.app.Edition;
import dev.athanor.app.commerce.Catalogue;
import dev.athanor.app.commerce.NewProduct;
import dev.athanor.app.commerce.ProductListing;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.rest.Body;
import dev.athanor.web.rest.Lists;
import dev.athanor.web.rest.Precondition;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Products. Everybody may look; editors write. */
@Path("/v1/products")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Products")
public class ProductsResource {
    @Inject
    private ProductListing listing;

    @Inject
    private Catalogue catalogue;

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "ListProducts", summary = "A page of products: filtered, sorted, with what is included")
    public Response list(@Context UriInfo address, @Context Request accepted) {
        return Lists.answer(address, accepted, listing::list);
    }

    @GET
    @Path("/{sku}")
    @Operation(operationId = "GetProduct", summary = "One product")
    public Response find(@PathParam("sku") String sku, @Context UriInfo address) {
        return Lists.one(address, request -> listing.find(sku, request));
    }

    // region write
    @POST
    @RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "CreateProduct", summary = "Sell something new")
    @APIResponse(responseCode = "201", description = "The product; Location says where it is")
    public Response add(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ProductBody.class)))
                    Body body,
            @Context UriInfo address) {
        NewProduct product = body.as(ProductBody.class).input();
        catalogue.add(product);
        return Lists.created(address, product.sku(), request -> listing.find(product.sku(), request));
    }

    @PATCH
    @Path("/{sku}")
    @RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
    @Consumes({Body.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "ChangeProduct", summary = "Say some of a product otherwise")
    @APIResponse(responseCode = "200", description = "The product as it is now")
    public Response change(
            @PathParam("sku") String sku,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ProductBody.class)))
                    Body body) {
        Edition<ProductBody> known = Precondition.of(ifMatch).met(edition(sku));
        return changed(sku, known.version(), body.mergedInto(known.value()));
    }
    // endregion

    private Optional<Edition<ProductBody>> edition(String sku) {
        return catalogue.edition(sku).map(edition -> edition.map(ProductBody::of));
    }

    private Response changed(String sku, int version, ProductBody product) {
        catalogue.change(sku, version, product.change());
        return Lists.changed(request -> listing.find(sku, request));
    }

    @PUT
    @Path("/{sku}")
    @RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "ReplaceProduct", summary = "Say all of a product anew")
    @APIResponse(responseCode = "200", description = "The product as it is now")
    public Response replace(
            @PathParam("sku") String sku,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ProductBody.class)))
                    Body body) {
        Edition<ProductBody> known = Precondition.of(ifMatch).met(edition(sku));
        return changed(sku, known.version(), body.as(ProductBody.class));
    }

    @DELETE
    @Path("/{sku}")
    @RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "DeleteProduct", summary = "Sell a product no longer")
    @APIResponse(responseCode = "204", description = "It is not sold any more")
    public void withdraw(@PathParam("sku") String sku, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        catalogue.withdraw(sku, Precondition.of(ifMatch).met(edition(sku)).version());
    }

    @POST
    @Path("/{sku}/stock")
    @RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "RestockProduct", summary = "Have more of a product")
    @APIResponse(
            responseCode = "200",
            description = "How many there are now",
            content = @Content(schema = @Schema(implementation = StockBody.class)))
    public StockBody restock(
            @PathParam("sku") String sku,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RestockBody.class)))
                    Body body) {
        Precondition.none().met(edition(sku));
        return new StockBody(
                sku, catalogue.restock(sku, body.as(RestockBody.class).quantity()));
    }
}
