// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import static dev.athanor.app.publishing.Kinds.published;
import static dev.athanor.sql.Aggregates.count;
import static dev.athanor.sql.Aggregates.countDistinct;
import static dev.athanor.sql.Aggregates.max;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.text;

import dev.athanor.app.TooBusy;
import dev.athanor.app.Viewer;
import dev.athanor.domain.publishing.QArticle;
import dev.athanor.domain.publishing.QArticleTag;
import dev.athanor.domain.publishing.QFavourite;
import dev.athanor.orm.Session;
import dev.athanor.orm.TimeLimits;
import dev.athanor.sql.Condition;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.SqlTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** {@link Discovery} by a session. */
@ApplicationScoped
@Transactional
class DiscoveryService implements Discovery {
    /** As the index has it. */
    private static final String WORDS = "(setweight(to_tsvector('english', {}), 'A')"
            + " || setweight(to_tsvector('english', {}), 'B')"
            + " || setweight(to_tsvector('english', {}), 'C'))";

    /** A search through very many articles is given up. */
    private static final TimeLimits PATIENCE = TimeLimits.none().statement(Duration.ofSeconds(5));

    /** Before another one, which says enough: PostgreSQL takes some thirty, and no more. */
    private static final Pattern REPEATED_NOT = Pattern.compile("-[\\s!&|()]*(?=-)");

    @Inject
    private Session session;

    @Inject
    private OwnArticles own;

    @Inject
    private ArticlePages pages;

    @Override
    public ArticlePage search(String words, Slice slice, Viewer viewer) {
        String wanted = REPEATED_NOT.matcher(words).replaceAll("");
        ArticleRows rows = new ArticleRows(published().and(a -> has(a, wanted)), viewer);
        try {
            return session.limited(
                    PATIENCE,
                    () -> pages.page(rows, rows.first(a -> rank(a, wanted).desc(), slice), slice, viewer));
        } catch (SqlException e) {
            throw e.code() == SqlError.STATEMENT_CANCELLED ? new TooBusy("searches", e) : e;
        }
    }

    private static Condition has(QArticle a, String words) {
        return text(
                SqlTypes.BOOLEAN,
                WORDS + " @@ websearch_to_tsquery('english', {})",
                a.title,
                a.description,
                a.body,
                words);
    }

    private static NumberExpr<Double> rank(QArticle a, String words) {
        return text(
                SqlTypes.DOUBLE,
                "ts_rank(" + WORDS + ", websearch_to_tsquery('english', {}))::double precision",
                a.title,
                a.description,
                a.body,
                words);
    }

    @Override
    public ArticlePage related(String slug, Slice slice, Viewer viewer) {
        own.seenBy(viewer.user(), slug);
        ArticleRows rows = new ArticleRows(
                published().and(a -> a.slug.ne(slug)).and(a -> shared(a, slug).gt(0L)), viewer);
        return pages.page(rows, rows.first(a -> shared(a, slug).desc(), slice), slice, viewer);
    }

    /** How many of its tags the article of an address has, too. */
    private static NumberExpr<Long> shared(QArticle a, String slug) {
        QArticleTag own = QArticleTag.as("own");
        QArticleTag theirs = QArticleTag.as("theirs");
        QArticle given = QArticle.as("given");
        return selectValue(count())
                .from(own)
                .join(theirs, theirs.tag.name.eq(own.tag.name))
                .join(theirs.article, given)
                .where(own.article.id.eq(a.id), given.slug.eq(slug))
                .asScalar(SqlTypes.BIGINT);
    }

    @Override
    public List<AuthorFigures> authors(int articles) {
        QArticle a = QArticle.as("a");
        QFavourite f = QFavourite.as("f");
        NumberExpr<Long> written = countDistinct(a.id).as("written");
        return session.list(select(AuthorFigures.class, a.authorId, written, count(f.userId), max(a.publishedAt))
                .from(a)
                .leftJoin(a.favourites, f)
                .where(published().of(a))
                .groupBy(a.authorId)
                .having(countDistinct(a.id).ge((long) articles))
                .orderBy(written.desc(), a.authorId.asc()));
    }
}
