// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import static dev.athanor.app.publishing.Kinds.published;
import static dev.athanor.app.publishing.Kinds.writtenBy;
import static dev.athanor.sql.Sql.update;

import dev.athanor.app.identity.UserDeactivated;
import dev.athanor.domain.publishing.ArticleStatus;
import dev.athanor.domain.publishing.QArticle;
import dev.athanor.orm.Session;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Archives what somebody has published who is a user no more. */
@ApplicationScoped
class DeactivatedAuthors {
    @Inject
    private Session session;

    // region observed
    void archive(@Observes UserDeactivated event) {
        QArticle a = QArticle.table();
        session.execute(update(a)
                .set(a.status, ArticleStatus.ARCHIVED)
                .set(a.version, a.version.plus(1))
                .where(published().and(writtenBy(event.user())).of(a)));
    }
    // endregion
}
