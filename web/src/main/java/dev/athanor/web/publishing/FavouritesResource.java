// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import dev.athanor.app.publishing.Favourites;
import dev.athanor.web.ApiApplication;
import dev.athanor.web.Roles;
import dev.athanor.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the caller likes. */
@Path("/articles/{slug}/favorite")
@RequestScoped
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@SecurityRequirement(name = ApiApplication.TOKEN)
@Tag(name = "Favorites")
public class FavouritesResource {
    @Inject
    private Favourites favourites;

    @Inject
    private Caller caller;

    @POST
    @Operation(operationId = "CreateArticleFavorite", summary = "Like an article")
    @APIResponse(responseCode = "200", description = "The article")
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "404", description = "There is none of this address")
    public ArticleBody add(@PathParam("slug") String slug) {
        return ArticleBody.of(favourites.add(caller.userId(), slug));
    }

    @DELETE
    @Operation(operationId = "DeleteArticleFavorite", summary = "Like an article no more")
    @APIResponse(responseCode = "200", description = "The article")
    @APIResponse(responseCode = "401", description = "No valid token")
    @APIResponse(responseCode = "404", description = "There is none of this address")
    public ArticleBody remove(@PathParam("slug") String slug) {
        return ArticleBody.of(favourites.remove(caller.userId(), slug));
    }
}
