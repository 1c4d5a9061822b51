// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import dev.athanor.app.publishing.Articles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The words that articles are found by. */
@Path("/tags")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tags")
public class TagsResource {
    @Inject
    private Articles articles;

    @GET
    @Operation(operationId = "GetTags", summary = "The tags that articles have")
    @APIResponse(responseCode = "200", description = "The tags")
    public TagsBody list() {
        return new TagsBody(articles.tags());
    }
}
