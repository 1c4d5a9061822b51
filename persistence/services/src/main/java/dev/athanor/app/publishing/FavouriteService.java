// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import static dev.athanor.sql.Sql.delete;
import static dev.athanor.sql.Sql.insert;

import dev.athanor.app.NotFound;
import dev.athanor.app.Viewer;
import dev.athanor.domain.publishing.QFavourite;
import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.Retry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** {@link Favourites} by statements: a row is there or not, whoever else says so at the same moment. */
@ApplicationScoped
@Transactional
@Retry(attempts = 8)
class FavouriteService implements Favourites {
    private final QFavourite f = QFavourite.as("f");

    @Inject
    private Session session;

    @Inject
    private OwnArticles own;

    @Inject
    private Articles articles;

    // region add
    @Override
    public ArticleView add(long user, String slug) {
        session.execute(insert(f)
                .set(f.article.id, own.seenBy(user, slug).id())
                .set(f.userId, user)
                .onConflict(f.article.id, f.userId)
                .doNothing());
        return view(user, slug);
    }
    // endregion

    @Override
    public ArticleView remove(long user, String slug) {
        session.execute(delete(f).where(f.article.id.eq(own.seenBy(user, slug).id()), f.userId.eq(user)));
        return view(user, slug);
    }

    private ArticleView view(long user, String slug) {
        return articles.find(slug, Viewer.of(user)).orElseThrow(() -> new NotFound("article"));
    }
}
