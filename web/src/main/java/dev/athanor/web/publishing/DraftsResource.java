// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import dev.athanor.app.publishing.ArticleView;
import dev.athanor.app.publishing.Articles;
import dev.athanor.app.publishing.Authoring;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's articles that nobody else sees: drafts, and those that were taken back. */
@Path("/v1/drafts")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = ApiApplication.TOKEN)
@Tag(name = "Articles")
public class DraftsResource {
    @Inject
    private Articles articles;

    @Inject
    private Authoring authoring;

    @Inject
    private Caller caller;

    @Context
    private UriInfo address;

    @GET
    @Operation(
            operationId = "GetDrafts",
            summary = "Articles of the caller's that are not published, or no more, the newest first")
    @APIResponse(responseCode = "200", description = "Some of them, and how many there are")
    @APIResponse(responseCode = "400", description = "What is wrong with the parameters")
    public ArticlesBody list(@BeanParam SliceParameters slice) {
        return ArticlesBody.of(articles.unpublished(caller.userId(), slice.slice()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "CreateDraft", summary = "Write an article that nobody else sees before it is published")
    @APIResponse(
            responseCode = "201",
            description = "The article; Location says where its author finds it",
            content = @Content(schema = @Schema(implementation = ArticleBody.class)))
    public Response write(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = DraftBody.class)))
                    Body body) {
        ArticleView draft =
                authoring.draft(caller.userId(), body.as(DraftBody.class).input());
        return Response.created(address.getBaseUriBuilder()
                        .path(ArticlesResource.class)
                        .path(draft.summary().slug())
                        .build())
                .entity(ArticleBody.of(draft))
                .build();
    }
}
