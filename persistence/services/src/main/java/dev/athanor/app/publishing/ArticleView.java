// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

/**
 * An article, as somebody sees it.
 *
 * @param summary what lists have, too
 * @param body the text
 */
public record ArticleView(ArticleSummary summary, String body) {}
