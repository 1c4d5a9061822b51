// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import dev.athanor.app.publishing.Discovery;
import dev.athanor.app.publishing.Slice;
import dev.athanor.app.view.InvalidQuery.Problem;
import dev.athanor.web.security.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Published articles that a reader does not know yet. */
@Path("/v1/articles")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Articles")
public class DiscoveryResource {
    @Inject
    private Discovery discovery;

    @Inject
    private Caller caller;

    @GET
    @Operation(operationId = "SearchArticles", summary = "Articles with words, those that they matter most to first")
    @APIResponse(responseCode = "200", description = "Some of them, and how many there are")
    @APIResponse(responseCode = "400", description = "What is wrong with the parameters")
    public ArticlesBody search(
            @QueryParam("words")
                    @Parameter(
                            required = true,
                            schema = @Schema(minLength = 1, pattern = "\\S"),
                            description = "As search engines take them: several, \"in quotes\", or, -without")
                    @Nullable
                    String words,
            @BeanParam SliceParameters slice) {
        String wanted = Objects.requireNonNullElse(words, "");
        Slice some = slice.slice(wanted.isBlank() ? List.of(new Problem("words", "can't be blank")) : List.of());
        return ArticlesBody.of(discovery.search(wanted, some, caller.viewerOfLists()));
    }

    @GET
    @Path("/{slug}/related")
    @Operation(
            operationId = "GetRelatedArticles",
            summary = "Articles that share tags with one, those that share most first")
    @APIResponse(responseCode = "200", description = "Some of them, and how many there are")
    @APIResponse(responseCode = "404", description = "There is none of this address")
    @APIResponse(responseCode = "400", description = "What is wrong with the parameters")
    public ArticlesBody related(@PathParam("slug") String slug, @BeanParam SliceParameters slice) {
        return ArticlesBody.of(discovery.related(slug, slice.slice(), caller.viewer()));
    }
}
