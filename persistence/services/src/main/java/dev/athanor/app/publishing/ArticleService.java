// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import static dev.athanor.app.publishing.Kinds.at;
import static dev.athanor.app.publishing.Kinds.likedBy;
import static dev.athanor.app.publishing.Kinds.published;
import static dev.athanor.app.publishing.Kinds.tagged;
import static dev.athanor.app.publishing.Kinds.visibleTo;
import static dev.athanor.app.publishing.Kinds.writtenBy;
import static dev.athanor.app.publishing.Kinds.writtenByAnyOf;
import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Sql.selectValue;

import dev.athanor.app.Viewer;
import dev.athanor.app.identity.Profiles;
import dev.athanor.domain.publishing.QArticle;
import dev.athanor.domain.publishing.QArticleTag;
import dev.athanor.orm.Session;
import dev.athanor.orm.pattern.Specification;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@link Articles} by a session. A list takes two statements, one for the articles and one for their authors, and one
 * more where it is asked for by the names of users.
 */
@ApplicationScoped
@Transactional
class ArticleService implements Articles {
    /** No user's key. */
    private static final long NOBODY = 0;

    @Inject
    private Session session;

    @Inject
    private Profiles profiles;

    @Inject
    private ArticlePages pages;

    @Override
    public Optional<ArticleView> find(String slug, Viewer viewer) {
        ArticleRows rows = new ArticleRows(at(slug).and(visibleTo(viewer.user())), viewer);
        return session.oneOrNone(rows.whole()).map(row -> {
            long author = rows.author(row);
            return rows.view(row, Authors.of(profiles, List.of(author), viewer).get(author));
        });
    }

    @Override
    public ArticlePage list(ArticleFilter filter, Slice slice, Viewer viewer) {
        Map<String, Long> named = filter.usernames().isEmpty() ? Map.of() : profiles.idsOf(filter.usernames());
        Specification<QArticle> wanted = published();
        if (filter.tag().isPresent()) {
            wanted = wanted.and(tagged(filter.tag().get()));
        }
        if (filter.author().isPresent()) {
            wanted = wanted.and(writtenBy(named.getOrDefault(filter.author().get(), NOBODY)));
        }
        if (filter.favouriteOf().isPresent()) {
            wanted = wanted.and(likedBy(named.getOrDefault(filter.favouriteOf().get(), NOBODY)));
        }
        return page(wanted, slice, viewer);
    }

    @Override
    public ArticlePage feed(long user, Slice slice) {
        return page(published().and(writtenByAnyOf(profiles.followedBy(user))), slice, Viewer.of(user));
    }

    @Override
    public ArticlePage filedUnder(String category, Slice slice, Viewer viewer) {
        return page(published().and(Kinds.filedUnder(category)), slice, viewer);
    }

    @Override
    public ArticlePage unpublished(long author, Slice slice) {
        Viewer viewer = Viewer.of(author);
        ArticleRows rows = new ArticleRows(writtenBy(author).and(Kinds.unpublished()), viewer);
        return pages.page(rows, rows.first(a -> a.createdAt.desc(), slice), slice, viewer);
    }

    private ArticlePage page(Specification<QArticle> wanted, Slice slice, Viewer viewer) {
        ArticleRows rows = new ArticleRows(wanted, viewer);
        return pages.page(rows, rows.newest(slice), slice, viewer);
    }

    @Override
    public List<String> tags() {
        QArticle a = QArticle.as("a");
        QArticleTag at = QArticleTag.as("at");
        return session.list(selectValue(at.tag.name)
                .from(at)
                .join(at.article, a)
                .where(published().of(a))
                .groupBy(at.tag.name)
                .orderBy(count().desc(), at.tag.name.asc()));
    }
}
