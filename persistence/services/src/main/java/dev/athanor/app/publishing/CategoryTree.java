// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.select;

import dev.athanor.domain.publishing.QCategory;
import dev.athanor.sql.CommonTable;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.TextExpr;

/** A category and all below it: a table that goes on from its own rows. */
final class CategoryTree {
    private static final QCategory C = QCategory.as("c");
    private static final QCategory NEXT = QCategory.as("next");

    static final NumberExpr<Long> ID = C.id.as("id");
    static final TextExpr SLUG = C.slug.as("slug");
    static final TextExpr NAME = C.name.as("name");
    /** How far below the first. */
    static final NumberExpr<Integer> DEPTH = inline(0).as("depth");

    private CategoryTree() {}

    // region tree
    static CommonTable below(String slug) {
        return select(SLUG, NAME, ID, DEPTH).from(C).where(C.slug.eq(slug)).recursiveUnionAll("tree", self -> select(
                        NEXT.slug, NEXT.name, NEXT.id, self.get(DEPTH).plus(1))
                .from(NEXT)
                .join(self, NEXT.parent.id.eq(self.get(ID))));
    }
    // endregion
}
