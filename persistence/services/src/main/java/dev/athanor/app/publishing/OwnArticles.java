// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import static dev.athanor.app.publishing.Kinds.at;
import static dev.athanor.app.publishing.Kinds.visibleTo;
import static dev.athanor.orm.Load.defer;
import static dev.athanor.orm.Load.selectin;

import dev.athanor.app.NotAllowed;
import dev.athanor.app.NotFound;
import dev.athanor.domain.publishing.Article;
import dev.athanor.domain.publishing.QArticle;
import dev.athanor.domain.publishing.QArticleTag;
import dev.athanor.orm.Session;
import dev.athanor.orm.pattern.Repository;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** The articles of who works with them: to be read by all who may see them, to be changed by their authors. */
@Dependent
class OwnArticles extends Repository<Article, Long, QArticle> {
    private final QArticleTag at = QArticleTag.as("at");

    @Inject
    OwnArticles(Session session) {
        super(session, QArticle.as("a"));
    }

    /** One that a user sees, without its text. */
    Article seenBy(long user, String slug) {
        return session()
                .oneOrNone(select(at(slug).and(visibleTo(user))).options(defer(table().body)))
                .orElseThrow(() -> new NotFound("article"));
    }

    /** One that a user has written, with its tags. */
    Article writtenBy(long author, String slug) {
        Article article = session()
                .oneOrNone(select(at(slug).and(visibleTo(author)))
                        .options(selectin(table().tags).then(selectin(at.tag))))
                .orElseThrow(() -> new NotFound("article"));
        if (article.authorId() != author) {
            throw new NotAllowed("article");
        }
        return article;
    }
}
