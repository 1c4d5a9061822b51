// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import java.util.List;

/**
 * Some of the articles that were asked for.
 *
 * @param articles the newest first
 * @param total how many there are in all
 */
public record ArticlePage(List<ArticleSummary> articles, long total) {
    /** Keeps a copy. */
    public ArticlePage {
        articles = List.copyOf(articles);
    }
}
