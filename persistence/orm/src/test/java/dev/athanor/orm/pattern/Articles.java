// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.pattern;

import dev.athanor.orm.Session;
import dev.athanor.orm.press.Article;
import dev.athanor.orm.press.QArticle;
import dev.athanor.orm.press.Status;
import java.util.List;

// region repository
/** The articles of the press. */
class Articles extends Repository<Article, Long, QArticle> {
    Articles(Session session) {
        super(session, QArticle.as("a"));
    }

    static Specification<QArticle> published() {
        return a -> a.status.eq(Status.PUBLISHED);
    }

    static Specification<QArticle> by(long author) {
        return a -> a.author.id.eq(author);
    }

    List<Article> publishedBy(long author) {
        return list(published().and(by(author)), table().title.asc());
    }
}
// endregion
