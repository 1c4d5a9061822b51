// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import dev.athanor.app.NotFound;
import dev.athanor.app.publishing.ArticleFilter;
import dev.athanor.app.publishing.Articles;
import dev.athanor.app.publishing.Authoring;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.error.ErrorBody;
import dev.athanor.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Articles. */
@Path("/articles")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
public class ArticlesResource {
    @Inject
    private Articles articles;

    @Inject
    private Authoring authoring;

    @Inject
    private Caller caller;

    @GET
    @Operation(operationId = "GetArticles", summary = "Articles, the newest first")
    @APIResponse(responseCode = "200", description = "Some of them, and how many there are")
    @APIResponse(
            responseCode = "422",
            description = "What is wrong with the parameters",
            content = @Content(schema = @Schema(implementation = ErrorBody.class)))
    public ArticlesBody list(
            @QueryParam("tag") @Nullable String tag,
            @QueryParam("author") @Nullable String author,
            @QueryParam("favorited") @Nullable String favorited,
            @BeanParam SliceParameters slice) {
        ArticleFilter filter = new ArticleFilter(said(tag), said(author), said(favorited));
        return ArticlesBody.of(articles.list(filter, slice.slice(), caller.viewerOfLists()));
    }

    private static Optional<String> said(@Nullable String parameter) {
        return Optional.ofNullable(parameter).filter(text -> !text.isBlank());
    }

    @GET
    @Path("/feed")
    @RolesAllowed(Roles.USER)
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "GetArticlesFeed", summary = "Articles of those whom the caller follows, the newest first")
    @APIResponse(responseCode = "200", description = "Some of them, and how many there are")
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "422", description = "What is wrong with the parameters")
    public ArticlesBody feed(@BeanParam SliceParameters slice) {
        return ArticlesBody.of(articles.feed(caller.userId(), slice.slice()));
    }

    @POST
    @RolesAllowed(Roles.USER)
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "CreateArticle", summary = "Publish an article")
    @APIResponse(
            responseCode = "201",
            description = "The article",
            content = @Content(schema = @Schema(implementation = ArticleBody.class)))
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(
            responseCode = "422",
            description = "What is wrong with the input",
            content = @Content(schema = @Schema(implementation = ErrorBody.class)))
    public Response publish(@RequestBody(required = true) NewArticleBody article) {
        return Response.status(Status.CREATED)
                .entity(ArticleBody.of(authoring.publish(caller.userId(), article.input())))
                .build();
    }

    @GET
    @Path("/{slug}")
    @Operation(operationId = "GetArticle", summary = "An article")
    @APIResponse(responseCode = "200", description = "The article")
    @APIResponse(responseCode = "404", description = "There is none of this address")
    public ArticleBody find(@PathParam("slug") String slug) {
        return articles.find(slug, caller.viewer()).map(ArticleBody::of).orElseThrow(() -> new NotFound("article"));
    }

    @PUT
    @Path("/{slug}")
    @RolesAllowed(Roles.USER)
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "UpdateArticle", summary = "Change an article")
    @APIResponse(responseCode = "200", description = "The article")
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "403", description = "It is another user's")
    @APIResponse(responseCode = "404", description = "There is none of this address")
    @APIResponse(
            responseCode = "422",
            description = "What is wrong with the input",
            content = @Content(schema = @Schema(implementation = ErrorBody.class)))
    public ArticleBody change(
            @PathParam("slug") String slug, @RequestBody(required = true) ChangedArticleBody article) {
        return ArticleBody.of(authoring.change(caller.userId(), slug, article.changes()));
    }

    @DELETE
    @Path("/{slug}")
    @RolesAllowed(Roles.USER)
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "DeleteArticle", summary = "Delete an article")
    @APIResponse(responseCode = "204", description = "It is deleted")
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "403", description = "It is another user's")
    @APIResponse(responseCode = "404", description = "There is none of this address")
    public void delete(@PathParam("slug") String slug) {
        authoring.delete(caller.userId(), slug);
    }
}
