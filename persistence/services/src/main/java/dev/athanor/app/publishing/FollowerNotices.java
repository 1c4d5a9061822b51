// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import static dev.athanor.app.publishing.Kinds.published;
import static dev.athanor.sql.Sql.insert;
import static dev.athanor.sql.Sql.select;

import dev.athanor.app.identity.Profiles;
import dev.athanor.domain.publishing.QArticle;
import dev.athanor.domain.publishing.QNotification;
import dev.athanor.orm.Session;
import dev.athanor.orm.outbox.Delivery;
import dev.athanor.orm.outbox.OutboxHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Tells those who follow an author of a new article, once each: who was told is not told again, be it that the article
 * was taken back meanwhile and published anew, or that the event comes twice.
 */
@ApplicationScoped
class FollowerNotices implements OutboxHandler<ArticlePublished> {
    private static final int AT_ONCE = 1_000;

    private final QArticle a = QArticle.as("a");
    private final QNotification n = QNotification.as("n");

    @Inject
    private Session session;

    @Inject
    private Profiles profiles;

    // region handler
    @Override
    public void handle(ArticlePublished event, Delivery delivery) {
        if (!session.exists(
                select(a).where(a.id.eq(event.article()), published().of(a)))) {
            return; // taken back meanwhile
        }
        List<Long> followers = profiles.followersOf(event.author());
        for (int first = 0; first < followers.size(); first += AT_ONCE) {
            List<Long> some = followers.subList(first, Math.min(first + AT_ONCE, followers.size()));
            tell(some, event.article(), delivery.recordedAt().atOffset(ZoneOffset.UTC));
        }
    }

    private void tell(List<Long> readers, long article, OffsetDateTime when) {
        session.execute(insert(n)
                .rows(readers, (row, reader) -> row.set(n.readerId, reader)
                        .set(n.article.id, article)
                        .set(n.noticedAt, when))
                .onConflict(n.readerId, n.article.id)
                .doNothing());
    }
    // endregion
}
