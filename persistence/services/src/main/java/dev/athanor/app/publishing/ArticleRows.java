// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import static dev.athanor.sql.Multisets.multiset;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.selectValue;

import dev.athanor.app.Viewer;
import dev.athanor.app.identity.Profile;
import dev.athanor.domain.publishing.QArticle;
import dev.athanor.domain.publishing.QArticleTag;
import dev.athanor.orm.pattern.Specification;
import dev.athanor.sql.Aggregates;
import dev.athanor.sql.Condition;
import dev.athanor.sql.Expr;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.Order;
import dev.athanor.sql.Row;
import dev.athanor.sql.Select;
import dev.athanor.sql.SqlTypes;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * How articles are read for somebody: their columns, what is counted of each, and the tags, by one statement and
 * without an entity.
 */
final class ArticleRows {
    private final QArticle a = QArticle.as("a");
    private final QArticle counted = QArticle.as("counted");
    private final QArticleTag at = QArticleTag.as("at");

    private final Specification<QArticle> wanted;
    private final NumberExpr<Integer> favourites = a.favouriteCount().as("favourites");
    private final Condition favourite;
    private final Expr<List<String>> tags =
            multiset(a.tags, at, selectValue(at.tag.name).orderBy(at.position.asc()));
    private final NumberExpr<Long> total;

    ArticleRows(Specification<QArticle> wanted, Viewer viewer) {
        this.wanted = wanted;
        this.favourite = a.isFavouriteOf(viewer.user());
        this.total = count(wanted).asScalar(SqlTypes.BIGINT);
    }

    /** How many there are of a kind. */
    private Select<Long> count(Specification<QArticle> kind) {
        return selectValue(Aggregates.count()).from(counted).where(kind.of(counted));
    }

    /** How many there are in all. */
    Select<Long> count() {
        return count(wanted);
    }

    // region newest
    /** The newest first, each with how many there are in all, which the database finds out once. */
    Select<Row> newest(Slice slice) {
        return listed().orderBy(a.publishedAt.desc(), a.id.desc())
                .limit(slice.limit())
                .offset(slice.offset());
    }

    /** Those that come first by what is computed of each. */
    Select<Row> first(Function<QArticle, Order> order, Slice slice) {
        return listed().orderBy(order.apply(a), a.id.desc())
                .limit(slice.limit())
                .offset(slice.offset());
    }

    private Select<Row> listed() {
        return select(
                        a.authorId,
                        a.slug,
                        a.title,
                        a.description,
                        a.createdAt,
                        a.updatedAt,
                        favourites,
                        favourite,
                        tags,
                        total)
                .from(a)
                .where(wanted.of(a));
    }
    // endregion

    /** The only one, with its text. */
    Select<Row> whole() {
        return select(
                        a.authorId,
                        a.slug,
                        a.title,
                        a.description,
                        a.body,
                        a.createdAt,
                        a.updatedAt,
                        favourites,
                        favourite,
                        tags)
                .from(a)
                .where(wanted.of(a));
    }

    long author(Row row) {
        return of(row, a.authorId);
    }

    long total(Row row) {
        return of(row, total);
    }

    /** Of what is null in no row. */
    private static <T> T of(Row row, Expr<T> value) {
        return Objects.requireNonNull(row.get(value));
    }

    ArticleSummary summary(Row row, Profile author) {
        return new ArticleSummary(
                of(row, a.slug),
                of(row, a.title),
                of(row, a.description),
                of(row, tags),
                of(row, a.createdAt),
                of(row, a.updatedAt),
                of(row, favourite),
                of(row, favourites),
                author);
    }

    ArticleView view(Row row, Profile author) {
        return new ArticleView(summary(row, author), of(row, a.body));
    }
}
