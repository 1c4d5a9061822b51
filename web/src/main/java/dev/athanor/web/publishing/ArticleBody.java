// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import dev.athanor.app.publishing.ArticleSummary;
import dev.athanor.app.publishing.ArticleView;
import dev.athanor.web.identity.ProfileBody;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An article as the API shows it.
 *
 * @param article what is inside
 */
public record ArticleBody(@Schema(required = true) Fields article) {
    /**
     * The article.
     *
     * @param slug its address
     * @param title the title
     * @param description what it is about
     * @param body the text
     * @param tagList the tags, by the alphabet
     * @param createdAt when it was written
     * @param updatedAt when it was last changed
     * @param favorited whether who asks likes it
     * @param favoritesCount how many like it
     * @param author who has written it
     */
    @Schema(name = "Article")
    public record Fields(
            @Schema(required = true) String slug,
            @Schema(required = true) String title,
            @Schema(required = true) String description,
            @Schema(required = true) String body,
            @Schema(required = true) List<String> tagList,
            @Schema(required = true) OffsetDateTime createdAt,
            @Schema(required = true) OffsetDateTime updatedAt,
            @Schema(required = true) boolean favorited,
            @Schema(required = true) int favoritesCount,
            @Schema(required = true) ProfileBody.Fields author) {}

    static ArticleBody of(ArticleView view) {
        ArticleSummary article = view.summary();
        return new ArticleBody(new Fields(
                article.slug(),
                article.title(),
                article.description(),
                view.body(),
                SummaryFields.byAlphabet(article.tags()),
                article.createdAt(),
                article.updatedAt(),
                article.favourite(),
                article.favourites(),
                ProfileBody.Fields.of(article.author())));
    }
}
