// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import dev.athanor.app.view.InvalidQuery;
import dev.athanor.app.view.View;
import dev.athanor.app.view.ViewDocument;
import dev.athanor.app.view.ViewPage;
import dev.athanor.app.view.ViewRequest;
import dev.athanor.app.view.ViewShape;
import dev.athanor.domain.commerce.Product;
import dev.athanor.domain.commerce.QProduct;
import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.ReadOnly;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** The products that are sold, as everybody may search them: what they cost the shop is not shown. */
@ApplicationScoped
@Transactional(dontRollbackOn = InvalidQuery.class) // nothing to undo, and nothing for the log of the server
@ReadOnly
public class ProductListing {
    private final QProduct p = QProduct.as("p");
    private final View<Product> products = View.of(p, "id", p.id, Product::id)
            .attribute("sku", p.sku, Product::sku)
            .attribute("name", p.name, Product::name)
            .attribute("description", p.description, Product::description)
            .attribute("kind", p.kind, Product::kind)
            .attribute("quality", p.quality, Product::quality)
            .attribute("price", p.price, Product::price)
            .computed("grossPrice", p.grossPrice(), Product::grossPrice, p.price)
            .attribute("rating", p.rating, Product::rating)
            .attribute("weight", p.weight, Product::weight)
            .attribute("availableFrom", p.availableFrom, Product::availableFrom)
            .attribute("tags", p.tags, Product::tags)
            .attribute("sizes", p.sizes, Product::sizes)
            .version(Product::version)
            .made();

    @Inject
    private Session session;

    /** What is told of a product. */
    public ViewShape shape() {
        return products;
    }

    /** A page of what is asked for. */
    public ViewPage list(ViewRequest request) {
        return products.query(request).page(session, p.listed.isTrue());
    }

    /** The product of this number. */
    public Optional<ViewDocument> find(String sku, ViewRequest request) {
        return products.query(request).one(session, p.sku, sku, p.listed.isTrue());
    }
}
