// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.publishing;

import dev.athanor.app.publishing.ArticlePage;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Some articles.
 *
 * @param articles in the order of the list that was asked for
 * @param articlesCount how many there are in all
 */
public record ArticlesBody(
        @Schema(required = true) List<SummaryFields> articles,
        @Schema(required = true) long articlesCount) {
    static ArticlesBody of(ArticlePage page) {
        return new ArticlesBody(page.articles().stream().map(SummaryFields::of).toList(), page.total());
    }
}
