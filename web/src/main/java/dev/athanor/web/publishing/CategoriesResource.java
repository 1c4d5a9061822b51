// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import dev.athanor.app.publishing.Categories;
import dev.athanor.app.publishing.CategoryListing;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.rest.Body;
import dev.athanor.web.rest.Lists;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The tree of subjects that articles are filed under. Everybody may look; editors write. */
@Path("/v1/categories")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Categories")
public class CategoriesResource {
    @Inject
    private CategoryListing listing;

    @Inject
    private Categories categories;

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "ListCategories",
            summary = "A page of categories: filtered, sorted, with what is included")
    public Response list(@Context UriInfo address, @Context Request accepted) {
        return Lists.answer(address, accepted, listing::list);
    }

    @GET
    @Path("/{slug}")
    @Operation(operationId = "GetCategory", summary = "One category")
    public Response find(@PathParam("slug") String slug, @Context UriInfo address) {
        return Lists.one(address, request -> listing.find(slug, request));
    }

    @GET
    @Path("/{slug}/path")
    @Operation(operationId = "GetCategoryPath", summary = "The way from the top to a category")
    public CategoryBranch path(@PathParam("slug") String slug) {
        return CategoryBranch.of(categories.path(slug));
    }

    @GET
    @Path("/{slug}/tree")
    @Operation(operationId = "GetCategoryTree", summary = "A category and all below it")
    public CategoryBranch tree(@PathParam("slug") String slug) {
        return CategoryBranch.of(categories.below(slug));
    }

    @POST
    @RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "CreateCategory", summary = "Add a category")
    @APIResponse(responseCode = "201", description = "The category; Location says where it is")
    public Response add(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewCategoryBody.class)))
                    Body body,
            @Context UriInfo address) {
        String slug = categories.add(body.as(NewCategoryBody.class).input()).slug();
        return Lists.created(address, slug, request -> listing.find(slug, request));
    }
}
