// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import dev.athanor.domain.commerce.Product;
import dev.athanor.domain.commerce.QProduct;
import dev.athanor.orm.Load;
import dev.athanor.orm.Session;
import dev.athanor.orm.pattern.Repository;
import dev.athanor.orm.pattern.Specification;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The products, in the shop's own words. As thread-safe as its session. */
final class Products extends Repository<Product, UUID, QProduct> {
    Products(Session session) {
        super(session, QProduct.as("p"));
    }

    static Specification<QProduct> of(String sku) {
        return p -> p.sku.eq(sku);
    }

    /** With its stock; what is large is read when it is asked for. */
    Optional<Product> bySku(String sku) {
        QProduct p = table();
        return session().oneOrNone(select(of(sku)).options(Load.joined(p.stock), Load.defer(p.picture, p.description)));
    }

    /** In the order of their SKUs. */
    List<Product> bySkus(List<String> skus) {
        QProduct p = table();
        return session().list(select(q -> q.sku.in(skus)).orderBy(p.sku.asc()).options(Load.joined(p.stock)));
    }
}
