// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import dev.athanor.app.publishing.Articles;
import dev.athanor.app.publishing.Categories;
import dev.athanor.app.publishing.CategoryListing;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.rest.Answers;
import dev.athanor.web.rest.Body;
import dev.athanor.web.rest.Lists;
import dev.athanor.web.rest.Thing;
import dev.athanor.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
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

    @Inject
    private Articles articles;

    @Inject
    private Caller caller;

    @BeanParam
    private Answers answers;

    private Thing<NewCategoryBody> category(String slug) {
        return answers.thing(
                request -> listing.find(slug, request), () -> categories.edition(slug), NewCategoryBody::of);
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "ListCategories",
            summary = "A page of categories: filtered, sorted, with what is included")
    public Response list() {
        return answers.page(listing::list);
    }

    @GET
    @Path("/{slug}")
    @Operation(operationId = "GetCategory", summary = "One category")
    public Response find(@PathParam("slug") String slug) {
        return category(slug).shown();
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

    @GET
    @Path("/{slug}/articles")
    @Operation(
            operationId = "GetCategoryArticles",
            summary = "Articles of a category and of all below it, the newest first")
    @APIResponse(responseCode = "200", description = "Some of them, and how many there are")
    @APIResponse(responseCode = "400", description = "What is wrong with the parameters")
    public ArticlesBody articles(@PathParam("slug") String slug, @BeanParam SliceParameters slice) {
        category(slug).check();
        return ArticlesBody.of(articles.filedUnder(slug, slice.slice(), caller.viewerOfLists()));
    }

    @POST
    @RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "CreateCategory", summary = "Add a category")
    public Response add(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewCategoryBody.class)))
                    Body body) {
        String slug = categories.add(body.as(NewCategoryBody.class).input()).slug();
        return category(slug).created(slug);
    }

    @PATCH
    @Path("/{slug}")
    @RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
    @Consumes({Body.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "ChangeCategory", summary = "Call a category otherwise, or put it below another")
    public Response change(
            @PathParam("slug") String slug,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = NewCategoryBody.class)))
                    Body body) {
        return category(slug).changed(body, (version, said) -> categories.change(slug, version, said.input()));
    }

    @DELETE
    @Path("/{slug}")
    @RolesAllowed({Roles.EDITOR, Roles.ADMINISTRATOR})
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "DeleteCategory", summary = "Take a category away that nothing is in or below")
    public void drop(@PathParam("slug") String slug) {
        category(slug).deleted(version -> categories.drop(slug, version));
    }
}
