// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import static dev.athanor.sql.Sql.constant;
import static dev.athanor.sql.Sql.selectValue;

import dev.athanor.domain.publishing.ArticleStatus;
import dev.athanor.domain.publishing.QArticle;
import dev.athanor.domain.publishing.QArticleTag;
import dev.athanor.domain.publishing.QFavourite;
import dev.athanor.orm.pattern.Specification;
import dev.athanor.sql.CommonTable;
import dev.athanor.sql.Related;
import java.util.Collection;

/** Kinds of articles, by names. They are combined by {@code and}. */
final class Kinds {
    private Kinds() {}

    /** With a constant, as the indexes have it. */
    static Specification<QArticle> published() {
        return a -> a.status.eq(constant(a.status, ArticleStatus.PUBLISHED));
    }

    /** The same. */
    static Specification<QArticle> unpublished() {
        return a -> a.status.ne(constant(a.status, ArticleStatus.PUBLISHED));
    }

    static Specification<QArticle> visibleTo(long user) {
        return a -> a.isVisibleTo(user);
    }

    static Specification<QArticle> at(String slug) {
        return a -> a.slug.eq(slug);
    }

    // region kinds
    static Specification<QArticle> tagged(String tag) {
        QArticleTag at = QArticleTag.as("tagged");
        return a -> Related.exists(a.tags, at, at.tag.name.eq(tag));
    }

    static Specification<QArticle> writtenBy(long author) {
        return a -> a.authorId.eq(author);
    }
    // endregion

    static Specification<QArticle> writtenByAnyOf(Collection<Long> authors) {
        return a -> a.authorId.in(authors);
    }

    /** In a category, or in one below it. */
    static Specification<QArticle> filedUnder(String category) {
        CommonTable tree = CategoryTree.below(category);
        return a -> a.category.id.in(selectValue(tree.get(CategoryTree.ID)).from(tree));
    }

    static Specification<QArticle> likedBy(long user) {
        QFavourite f = QFavourite.as("liked");
        return a -> Related.exists(a.favourites, f, f.userId.eq(user));
    }
}
