// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import dev.athanor.app.publishing.Comments;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.error.ErrorBody;
import dev.athanor.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is said of an article. */
@Path("/articles/{slug}/comments")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Comments")
public class CommentsResource {
    @Inject
    private Comments comments;

    @Inject
    private Caller caller;

    @GET
    @Operation(operationId = "GetArticleComments", summary = "The comments of an article")
    @APIResponse(responseCode = "200", description = "The comments")
    @APIResponse(responseCode = "404", description = "There is no article of this address")
    public CommentsBody list(@PathParam("slug") String slug) {
        return new CommentsBody(comments.list(slug, caller.viewer()).stream()
                .map(CommentFields::of)
                .toList());
    }

    @POST
    @RolesAllowed(Roles.USER)
    @Consumes(MediaType.APPLICATION_JSON)
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "CreateArticleComment", summary = "Say something of an article")
    @APIResponse(responseCode = "200", description = "The comment")
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "404", description = "There is no article of this address")
    @APIResponse(
            responseCode = "422",
            description = "What is wrong with the input",
            content = @Content(schema = @Schema(implementation = ErrorBody.class)))
    public CommentBody add(@PathParam("slug") String slug, @RequestBody(required = true) NewCommentBody comment) {
        return new CommentBody(CommentFields.of(comments.add(caller.userId(), slug, comment.input())));
    }

    @DELETE
    @Path("/{id: \\d{1,18}}")
    @RolesAllowed(Roles.USER)
    @SecurityRequirement(name = ApiApplication.TOKEN)
    @Operation(operationId = "DeleteArticleComment", summary = "Delete a comment")
    @APIResponse(responseCode = "204", description = "It is deleted")
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "403", description = "It is another user's")
    @APIResponse(responseCode = "404", description = "The article has no such comment")
    public void delete(@PathParam("slug") String slug, @PathParam("id") long id) {
        comments.delete(caller.userId(), slug, id);
    }
}
