// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;

import dev.athanor.app.ChangedMeanwhile;
import dev.athanor.app.InputRules;
import dev.athanor.app.InvalidInput;
import dev.athanor.app.Texts;
import dev.athanor.app.UniqueConstraints;
import dev.athanor.app.Violation;
import dev.athanor.app.Violations;
import dev.athanor.domain.commerce.Product;
import dev.athanor.domain.commerce.ProductKind;
import dev.athanor.domain.commerce.QProduct;
import dev.athanor.domain.commerce.QReorder;
import dev.athanor.domain.commerce.QStock;
import dev.athanor.domain.commerce.Quality;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.Isolation;
import dev.athanor.orm.transaction.IsolationLevel;
import dev.athanor.sql.SqlException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Catalogue} by a session. */
@ApplicationScoped
@Transactional
class CatalogueService implements Catalogue {
    private static final UniqueConstraints UNIQUE =
            new UniqueConstraints(Map.of("product_sku_unique", new Violation("sku", "is another product's")));

    private final QProduct p = QProduct.as("p");
    private final QStock s = QStock.as("s");
    private final QReorder r = QReorder.as("r");

    @Inject
    private Session session;

    @Inject
    private InputRules rules;

    @SuppressWarnings("NullAway.Init") // made before anybody can call
    private Products products;

    @PostConstruct
    void open() {
        products = new Products(session);
    }

    @Override
    public ProductView add(NewProduct wanted) {
        new Violations(rules.violations(wanted))
                .when(!isOneOf(ProductKind.values(), wanted.kind()), "kind", "is none that there is")
                .when(!isOneOf(Quality.values(), wanted.quality()), "quality", "is none that there is")
                .refuse();
        Product product = ProductViews.product(wanted);
        try {
            products.add(product);
            session.flush();
        } catch (SqlException e) {
            throw UNIQUE.violated(e).<RuntimeException>map(InvalidInput::new).orElse(e);
        }
        return ProductViews.view(product);
    }

    private static boolean isOneOf(Enum<?>[] constants, String name) {
        return name == null
                || name.isBlank()
                || Arrays.stream(constants).anyMatch(constant -> constant.name().equals(name));
    }

    @Override
    public Optional<ProductView> find(String sku) {
        return products.bySku(sku).map(ProductViews::view);
    }

    @Override
    public List<ProductSummary> search(ProductSearch wanted, int page, int size) {
        ProductQuery query = ProductQuery.onSale()
                .named(wanted.text())
                .of(kind(wanted))
                .tagged(wanted.tags())
                .notDearerThan(wanted.dearest())
                .inStock(wanted.inStock());
        return session.page(query.rows(), page, size).items();
    }

    private static @Nullable ProductKind kind(ProductSearch wanted) {
        String kind = wanted.kind();
        if (kind == null) {
            return null;
        }
        new Violations()
                .when(!isOneOf(ProductKind.values(), kind), "kind", "is none that there is")
                .refuse();
        return ProductKind.valueOf(kind);
    }

    @Override
    @Isolation(IsolationLevel.READ_COMMITTED)
    public ProductView reprice(String sku, int version, BigDecimal price) {
        new Violations()
                .when(price.signum() < 0, "price", NewProduct.NEGATIVE)
                .when(!NewProduct.isPrice(price), "price", NewProduct.DIGITS)
                .refuse();
        Product product = existing(sku);
        if (product.version() != version) {
            throw new ChangedMeanwhile("product " + sku);
        }
        product.reprice(price);
        try {
            session.flush();
        } catch (OrmException e) {
            throw e.code() == OrmError.OPTIMISTIC_CONFLICT ? new ChangedMeanwhile("product " + sku, e) : e;
        }
        return ProductViews.view(product);
    }

    private Product existing(String sku) {
        return products.bySku(sku).orElseThrow(() -> new InvalidInput("sku", Texts.UNKNOWN));
    }

    @Override
    @Isolation(IsolationLevel.READ_COMMITTED)
    public int restock(String sku, int quantity) {
        new Violations().when(quantity <= 0, "quantity", "must be positive").refuse();
        int left = session.oneOrNone(update(s)
                        .set(s.quantity, s.quantity.plus(quantity))
                        .from(p)
                        .where(s.product.id.eq(p.id), p.sku.eq(sku))
                        .returningValue(s.quantity))
                .orElseThrow(() -> new InvalidInput("sku", Texts.UNKNOWN));
        session.execute(update(r)
                .set(r.receivedAt, Instant.now())
                .from(p)
                .where(r.product.id.eq(p.id), p.sku.eq(sku), r.receivedAt.isNull()));
        return left;
    }

    @Override
    public void show(String sku, byte[] picture) {
        existing(sku).show(picture);
    }

    @Override
    public Optional<byte[]> picture(String sku) {
        return session.oneOrNone(selectValue(p.picture).where(p.sku.eq(sku)));
    }
}
