// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import dev.athanor.orm.outbox.OutboxEvent;

/**
 * An article is there to be read by everybody. Told by the outbox, after the commit.
 *
 * @param article the key
 * @param author the key of the user who has written it
 */
// region event
@OutboxEvent("article-published")
public record ArticlePublished(long article, long author) {}
// endregion
