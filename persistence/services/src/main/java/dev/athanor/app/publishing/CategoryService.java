// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.select;

import dev.athanor.app.InputRules;
import dev.athanor.app.InvalidInput;
import dev.athanor.app.Reason;
import dev.athanor.app.Texts;
import dev.athanor.app.UniqueConstraints;
import dev.athanor.app.Violation;
import dev.athanor.domain.publishing.Category;
import dev.athanor.domain.publishing.QCategory;
import dev.athanor.orm.Session;
import dev.athanor.sql.CommonTable;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.SqlException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** {@link Categories} by a session. */
@ApplicationScoped
@Transactional
class CategoryService implements Categories {
    private static final UniqueConstraints UNIQUE = new UniqueConstraints(
            Map.of("categories_slug_key", new Violation("name", "has already been taken", Reason.TAKEN)));

    private final QCategory c = QCategory.as("c");
    private final QCategory next = QCategory.as("next");
    private final NumberExpr<Integer> depth = inline(0).as("depth");

    @Inject
    private Session session;

    @Inject
    private InputRules rules;

    @Override
    public CategoryView add(NewCategory input) {
        rules.check(input);
        Category parent = input.parent().map(this::at).orElse(null);
        Category category = new Category(Slug.of(input.name()), input.name(), parent);
        try {
            session.add(category);
            session.flush();
        } catch (SqlException e) {
            throw UNIQUE.violated(e).<RuntimeException>map(InvalidInput::new).orElse(e);
        }
        return new CategoryView(category.slug(), category.name());
    }

    private Category at(String slug) {
        return session.oneOrNone(select(c).where(c.slug.eq(slug)))
                .orElseThrow(() -> new InvalidInput("parent", Texts.UNKNOWN));
    }

    // region path
    @Override
    public List<CategoryView> path(String slug) {
        CommonTable path = select(c.slug, c.name, c.parent.id, depth)
                .from(c)
                .where(c.slug.eq(slug))
                .recursiveUnionAll("path", self -> select(
                                next.slug,
                                next.name,
                                next.parent.id,
                                self.get(depth).plus(1))
                        .from(next)
                        .join(self, self.get(c.parent.id).eq(next.id)));
        return session.list(select(CategoryView.class, path.get(c.slug), path.get(c.name))
                .from(path)
                .orderBy(path.get(depth).desc()));
    }
    // endregion

    @Override
    public List<CategoryView> below(String slug) {
        CommonTable tree = select(c.slug, c.name, c.id, depth)
                .from(c)
                .where(c.slug.eq(slug))
                .recursiveUnionAll("tree", self -> select(
                                next.slug, next.name, next.id, self.get(depth).plus(1))
                        .from(next)
                        .join(self, next.parent.id.eq(self.get(c.id))));
        return session.list(select(CategoryView.class, tree.get(c.slug), tree.get(c.name))
                .from(tree)
                .orderBy(tree.get(depth).asc(), tree.get(c.name).asc()));
    }
}
