// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import dev.athanor.app.Viewer;
import dev.athanor.app.identity.Profile;
import dev.athanor.app.identity.Profiles;
import dev.athanor.app.publishing.AuthorFigures;
import dev.athanor.app.publishing.Discovery;
import dev.athanor.web.rest.Count;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What there is of authors, as everybody may see it. */
@Path("/v1/reports/authors")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports")
public class AuthorsReport {
    @Inject
    private Discovery discovery;

    @Inject
    private Profiles profiles;

    @GET
    @Operation(operationId = "GetAuthors", summary = "Authors who have published so many articles, those of most first")
    public Authors authors(
            @QueryParam("articles")
                    @Parameter(schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "1"))
                    @Nullable
                    String articles) {
        List<AuthorFigures> figures = discovery.authors(Count.of("articles", articles, 1));
        Map<Long, Profile> names =
                profiles.byId(figures.stream().map(AuthorFigures::author).toList(), Viewer.nobody());
        return new Authors(figures.stream()
                .map(author -> Author.of(
                        author,
                        Objects.requireNonNull(names.get(author.author())).username()))
                .toList());
    }

    /**
     * Authors.
     *
     * @param items those of most articles first
     */
    public record Authors(List<Author> items) {}

    /**
     * What an author has published.
     *
     * @param username the author's name
     * @param articles how many articles
     * @param favourites how often users have said that they like one
     * @param latest when the last one was published
     */
    public record Author(String username, long articles, long favourites, OffsetDateTime latest) {
        static Author of(AuthorFigures figures, String username) {
            return new Author(username, figures.articles(), figures.favourites(), figures.latest());
        }
    }
}
