// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.publishing;

import dev.athanor.app.view.InvalidQuery;
import dev.athanor.app.view.View;
import dev.athanor.app.view.ViewDocument;
import dev.athanor.app.view.ViewPage;
import dev.athanor.app.view.ViewRequest;
import dev.athanor.app.view.ViewShape;
import dev.athanor.domain.publishing.Category;
import dev.athanor.domain.publishing.QCategory;
import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.ReadOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The categories, with those above and below, as everybody may search them. */
@ApplicationScoped
@Transactional(dontRollbackOn = InvalidQuery.class) // nothing to undo, and nothing for the log of the server
@ReadOnly
public class CategoryListing {
    private final QCategory c = QCategory.as("c");
    private final View<Category> categories = View.of(c, "slug", c.slug, Category::slug)
            .attribute("name", c.name, Category::name)
            .version(Category::version)
            .link("parent", c.parent, Category::parent, this::categories)
            .link("children", c.children, Category::children, this::categories)
            .made();

    @Inject
    private Session session;

    private View<Category> categories() {
        return categories;
    }

    /** What is told of a category. */
    public ViewShape shape() {
        return categories;
    }

    /** A page of what is asked for. */
    public ViewPage list(ViewRequest request) {
        return categories.query(request).page(session);
    }

    /** The category of this address. */
    public Optional<ViewDocument> find(String slug, ViewRequest request) {
        return categories.query(request).one(session, c.slug, slug);
    }
}
