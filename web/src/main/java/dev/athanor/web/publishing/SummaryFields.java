// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import dev.athanor.app.publishing.ArticleSummary;
import dev.athanor.web.identity.ProfileBody;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An article in a list: without its text.
 *
 * @param slug its address
 * @param title the title
 * @param description what it is about
 * @param tagList the tags, by the alphabet
 * @param createdAt when it was written
 * @param updatedAt when it was last changed
 * @param favorited whether who asks likes it
 * @param favoritesCount how many like it
 * @param author who has written it
 */
@Schema(name = "ArticleSummary")
public record SummaryFields(
        @Schema(required = true) String slug,
        @Schema(required = true) String title,
        @Schema(required = true) String description,
        @Schema(required = true) List<String> tagList,
        @Schema(required = true) OffsetDateTime createdAt,
        @Schema(required = true) OffsetDateTime updatedAt,
        @Schema(required = true) boolean favorited,
        @Schema(required = true) int favoritesCount,
        @Schema(required = true) ProfileBody.Fields author) {
    static SummaryFields of(ArticleSummary article) {
        return new SummaryFields(
                article.slug(),
                article.title(),
                article.description(),
                byAlphabet(article.tags()),
                article.createdAt(),
                article.updatedAt(),
                article.favourite(),
                article.favourites(),
                ProfileBody.Fields.of(article.author()));
    }

    /** As clients expect tags; the order that the author gave them stays with the article. */
    static List<String> byAlphabet(List<String> tags) {
        return tags.stream().sorted().toList();
    }
}
