// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.commerce;

import dev.athanor.app.commerce.Catalogue;
import dev.athanor.app.commerce.NewProduct;
import dev.athanor.app.commerce.ProductListing;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.rest.Answers;
import dev.athanor.web.rest.Body;
import dev.athanor.web.rest.Lists;
import dev.athanor.web.rest.Thing;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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

    @BeanParam
    private Answers answers;

    // region thing
    private Thing<ProductBody> product(String sku) {
        return answers.thing(request -> listing.find(sku, request), () -> catalogue.edition(sku), ProductBody::of);
    }

    private Thing.Change<ProductBody> change(String sku) {
        return (version, said) -> catalogue.change(sku, version, said.change());
    }
    // endregion

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "ListProducts", summary = "A page of products: filtered, sorted, with what is included")
    public Response list() {
        return answers.page(listing::list);
    }

    @GET
    @Path("/{sku}")
    @Operation(operationId = "GetProduct", summary = "One product")
    public Response find(@PathParam("sku") String sku) {
        return product(sku).shown();
    }

    // region write
    @POST
    @RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "CreateProduct", summary = "Sell something new")
    public Response add(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ProductBody.class)))
                    Body body) {
        NewProduct product = body.as(ProductBody.class).input();
        catalogue.add(product);
        return product(product.sku()).created(product.sku());
    }

    @PATCH
    @Path("/{sku}")
    @RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
    @Consumes({Body.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "ChangeProduct", summary = "Say some of a product otherwise")
    public Response change(
            @PathParam("sku") String sku,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ProductBody.class)))
                    Body body) {
        return product(sku).changed(body, change(sku));
    }
    // endregion

    @PUT
    @Path("/{sku}")
    @RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "ReplaceProduct", summary = "Say all of a product anew")
    public Response replace(
            @PathParam("sku") String sku,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ProductBody.class)))
                    Body body) {
        return product(sku).replaced(body, ProductBody.class, change(sku));
    }

    @DELETE
    @Path("/{sku}")
    @RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "DeleteProduct", summary = "Sell a product no longer")
    public void withdraw(@PathParam("sku") String sku) {
        product(sku).deleted(version -> catalogue.withdraw(sku, version));
    }

    @POST
    @Path("/{sku}/stock")
    @RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "RestockProduct", summary = "Have more of a product")
    public StockBody restock(
            @PathParam("sku") String sku,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RestockBody.class)))
                    Body body) {
        product(sku).check();
        return new StockBody(
                sku, catalogue.restock(sku, body.as(RestockBody.class).quantity()));
    }
}
