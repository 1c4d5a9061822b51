// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import static dev.athanor.orm.Load.joined;
import static dev.athanor.sql.Sql.inline;
import static dev.athanor.sql.Sql.select;

import dev.athanor.app.Changes;
import dev.athanor.app.Edition;
import dev.athanor.app.InputRules;
import dev.athanor.app.NotFound;
import dev.athanor.app.Reason;
import dev.athanor.app.Texts;
import dev.athanor.app.UniqueConstraints;
import dev.athanor.app.Violation;
import dev.athanor.app.Violations;
import dev.athanor.domain.publishing.Category;
import dev.athanor.domain.publishing.QArticle;
import dev.athanor.domain.publishing.QCategory;
import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.Isolation;
import dev.athanor.orm.transaction.IsolationLevel;
import dev.athanor.orm.transaction.Retry;
import dev.athanor.sql.CommonTable;
import dev.athanor.sql.NumberExpr;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Categories} by a session. */
@ApplicationScoped
@Transactional
class CategoryService implements Categories {
    private static final Violation HAS_CATEGORIES = new Violation("category", "has others below it", Reason.IN_USE);
    private static final Violation HAS_ARTICLES = new Violation("category", "has articles", Reason.IN_USE);

    /** What comes between a query and a change is found by these, where a category is written, and where it goes. */
    private static final Changes WRITES = new Changes(new UniqueConstraints(Map.of(
            "categories_slug_key",
            new Violation("name", "has already been taken", Reason.TAKEN),
            "categories_parent_id_fkey",
            new Violation("parent", Texts.UNKNOWN))));

    private static final Changes DELETIONS = new Changes(new UniqueConstraints(
            Map.of("categories_parent_id_fkey", HAS_CATEGORIES, "articles_category_id_fkey", HAS_ARTICLES)));

    private final QCategory c = QCategory.as("c");
    private final QArticle a = QArticle.as("a");
    private final QCategory next = QCategory.as("next");
    private final NumberExpr<Integer> depth = inline(0).as("depth");

    @Inject
    private Session session;

    @Inject
    private InputRules rules;

    @Override
    @Isolation(IsolationLevel.READ_COMMITTED)
    public CategoryView add(NewCategory input) {
        Optional<Category> parent = input.parent().flatMap(this::found);
        violations(input, parent).refuse();
        Category category = new Category(Slug.ofCategory(input.name()), input.name(), parent.orElse(null));
        session.add(category);
        WRITES.write(session, "category " + category.slug());
        return new CategoryView(category.slug(), category.name());
    }

    private Violations violations(NewCategory input, Optional<Category> parent) {
        return new Violations(rules.violations(input))
                .when(input.parent().isPresent() && parent.isEmpty(), "parent", Texts.UNKNOWN);
    }

    private Optional<Category> found(String slug) {
        return session.oneOrNone(select(c).where(c.slug.eq(slug)).options(joined(c.parent)));
    }

    private Category found(String slug, int version) {
        Category category = found(slug).orElseThrow(() -> new NotFound("category"));
        Changes.check("category " + slug, category.version(), version);
        return category;
    }

    @Override
    public Optional<Edition<NewCategory>> edition(String slug) {
        return found(slug)
                .map(category -> new Edition<>(
                        new NewCategory(category.name(), category.parent().map(Category::slug)), category.version()));
    }

    /** Serializable, as two who move different categories may close a circle together. */
    @Override
    @Isolation(IsolationLevel.SERIALIZABLE)
    @Retry(attempts = 5)
    public void change(String slug, int version, NewCategory changed) {
        Category category = found(slug, version);
        Optional<Category> parent = changed.parent().flatMap(this::found);
        violations(changed, parent).refuse();
        boolean circle = parent.stream()
                .flatMap(above -> path(above.slug()).stream())
                .anyMatch(above -> above.slug().equals(slug));
        new Violations()
                .when(circle, "parent", "is the category itself, or below it", Reason.CIRCLE)
                .refuse();
        category.change(changed.name(), parent.orElse(null));
        WRITES.write(session, "category " + slug);
    }

    @Override
    @Isolation(IsolationLevel.READ_COMMITTED)
    public void drop(String slug, int version) {
        Category category = found(slug, version);
        new Violations()
                .when(session.exists(select(next).where(next.parent.id.eq(category.id()))), HAS_CATEGORIES)
                .when(session.exists(select(a).where(a.category.id.eq(category.id()))), HAS_ARTICLES)
                .refuse();
        session.delete(category);
        DELETIONS.write(session, "category " + slug);
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
        CommonTable tree = CategoryTree.below(slug);
        return session.list(select(CategoryView.class, tree.get(CategoryTree.SLUG), tree.get(CategoryTree.NAME))
                .from(tree)
                .orderBy(
                        tree.get(CategoryTree.DEPTH).asc(),
                        tree.get(CategoryTree.NAME).asc()));
    }
}
