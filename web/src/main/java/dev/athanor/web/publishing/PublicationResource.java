// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import dev.athanor.app.publishing.Authoring;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.rest.Body;
import dev.athanor.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where readers find an article of the caller's: whether it is published, and under which category. */
@Path("/v1/articles") // as that of DiscoveryResource: JAX-RS looks at the methods of one address only
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = ApiApplication.TOKEN)
@Tag(name = "Articles")
public class PublicationResource {
    @Inject
    private Authoring authoring;

    @Inject
    private Caller caller;

    @PUT
    @Path("/{slug}/publication")
    @Operation(operationId = "PublishArticle", summary = "Show a draft, or what was taken back, to everybody")
    @APIResponse(responseCode = "204", description = "Everybody sees it")
    @APIResponse(responseCode = "403", description = "It is another user's")
    public void publish(@PathParam("slug") String slug) {
        authoring.publish(caller.userId(), slug);
    }

    @DELETE
    @Path("/{slug}/publication")
    @Operation(operationId = "ArchiveArticle", summary = "Take an article back, and keep it")
    @APIResponse(responseCode = "204", description = "Nobody else sees it")
    @APIResponse(responseCode = "403", description = "It is another user's")
    public void archive(@PathParam("slug") String slug) {
        authoring.archive(caller.userId(), slug);
    }

    @PUT
    @Path("/{slug}/category")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "FileArticle", summary = "File an article under a category, and under no other")
    @APIResponse(responseCode = "204", description = "It is filed there")
    @APIResponse(responseCode = "403", description = "It is another user's")
    public void file(
            @PathParam("slug") String slug,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = FilingBody.class)))
                    Body body) {
        authoring.file(
                caller.userId(), slug, Optional.of(body.as(FilingBody.class).wanted()));
    }

    @DELETE
    @Path("/{slug}/category")
    @Operation(operationId = "UnfileArticle", summary = "File an article under no category")
    @APIResponse(responseCode = "204", description = "It is filed nowhere")
    @APIResponse(responseCode = "403", description = "It is another user's")
    public void unfile(@PathParam("slug") String slug) {
        authoring.file(caller.userId(), slug, Optional.empty());
    }
}
