// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import static dev.athanor.sql.Sql.selectValue;
import static dev.athanor.sql.Sql.update;

import dev.athanor.app.Changes;
import dev.athanor.app.Edition;
import dev.athanor.app.InputRules;
import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
import dev.athanor.app.Reason;
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
import dev.athanor.orm.Session;
import dev.athanor.orm.transaction.Isolation;
import dev.athanor.orm.transaction.IsolationLevel;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@link Catalogue} by a session. */
@ApplicationScoped
@Transactional
class CatalogueService implements Catalogue {
    static final UniqueConstraints UNIQUE = new UniqueConstraints(
            Map.of("product_sku_unique", new Violation("sku", "is another product's", Reason.TAKEN)));

    private static final Changes CHANGES = new Changes(UNIQUE);

    private static final int TAG_LENGTH = 64;

    /** So that what is taken back from orders always finds room in the column. */
    private static final int MOST_IN_STOCK = 1_000_000_000;

    private static final String TOO_MANY = "is more than can be counted";

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
        violations(wanted).refuse();
        Product product = ProductViews.product(wanted);
        products.add(product);
        CHANGES.write(session, "product " + wanted.sku());
        return ProductViews.view(product);
    }

    private Violations violations(NewProduct wanted) {
        List<String> tags = Stream.ofNullable(wanted.details()) // the rules say so
                .flatMap(details -> details.tags().stream())
                .toList();
        return tags(tags, new Violations(rules.violations(wanted)))
                .when(!isOneOf(ProductKind.values(), wanted.kind()), "kind", "is none that there is")
                .when(!isOneOf(Quality.values(), wanted.quality()), "quality", "is none that there is");
    }

    /** They are indexed, which long ones cannot be. */
    private static Violations tags(List<String> tags, Violations found) {
        for (int i = 0; i < tags.size(); i++) {
            found.when(
                    tags.get(i).length() > TAG_LENGTH,
                    "tags." + i,
                    Texts.TOO_LONG.replace("{max}", String.valueOf(TAG_LENGTH)));
        }
        return found;
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
    public Optional<Edition<NewProduct>> edition(String sku) {
        return sold(sku).map(product -> new Edition<>(ProductViews.input(product), product.version()));
    }

    private Optional<Product> sold(String sku) {
        return products.bySku(sku).filter(Product::listed);
    }

    @Override
    @Isolation(IsolationLevel.READ_COMMITTED)
    public void change(String sku, int version, NewProduct changed) {
        Product product = sold(sku, version);
        violations(changed)
                .when(!sku.equals(changed.sku()), "sku", "stays as it is")
                .refuse();
        ProductViews.change(product, changed);
        CHANGES.write(session, "product " + sku);
    }

    @Override
    @Isolation(IsolationLevel.READ_COMMITTED)
    public void withdraw(String sku, int version) {
        sold(sku, version).unlist();
        CHANGES.write(session, "product " + sku);
    }

    private Product sold(String sku, int version) {
        Product product = sold(sku).orElseThrow(() -> new NotFound("product"));
        Changes.check("product " + sku, product.version(), version);
        return product;
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
        Optional<Product> found = products.bySku(sku);
        new Violations()
                .when(found.isEmpty(), "sku", Texts.UNKNOWN)
                .when(price.signum() < 0, "price", NewProduct.NEGATIVE)
                .when(!NewProduct.isPrice(price), "price", NewProduct.DIGITS)
                .refuse();
        Product product = found.orElseThrow();
        Changes.check("product " + sku, product.version(), version);
        product.reprice(price);
        CHANGES.write(session, "product " + sku);
        return ProductViews.view(product);
    }

    @Override
    @Isolation(IsolationLevel.READ_COMMITTED)
    public int restock(String sku, int quantity) {
        new Violations()
                .when(!products.exists(Products.of(sku)), "sku", Texts.UNKNOWN)
                .when(quantity <= 0, "quantity", "must be positive")
                .when(quantity > MOST_IN_STOCK, "quantity", TOO_MANY)
                .refuse();
        int left = session.oneOrNone(update(s)
                        .set(s.quantity, s.quantity.plus(quantity))
                        .from(p)
                        .where(s.product.id.eq(p.id), p.sku.eq(sku), s.quantity.le(MOST_IN_STOCK - quantity))
                        .returningValue(s.quantity))
                .orElseThrow(() -> new InvalidInput("quantity", TOO_MANY));
        session.execute(update(r)
                .set(r.receivedAt, Instant.now())
                .from(p)
                .where(r.product.id.eq(p.id), p.sku.eq(sku), r.receivedAt.isNull()));
        return left;
    }

    @Override
    public void show(String sku, byte[] picture) {
        products.bySku(sku)
                .orElseThrow(() -> new InvalidInput("sku", Texts.UNKNOWN))
                .show(picture);
    }

    @Override
    public Optional<byte[]> picture(String sku) {
        return session.oneOrNone(selectValue(p.picture).where(p.sku.eq(sku)));
    }
}
