// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import dev.athanor.app.InputRules;
import dev.athanor.app.Violation;
import dev.athanor.app.Violations;
import dev.athanor.app.imports.ImportKind;
import dev.athanor.app.imports.ImportRow;
import dev.athanor.domain.commerce.Product;
import dev.athanor.domain.commerce.ProductKind;
import dev.athanor.domain.commerce.QStock;
import dev.athanor.domain.commerce.Quality;
import dev.athanor.orm.Session;
import dev.athanor.orm.bulk.RowMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Sells the products of a file, each with its stock. */
@ApplicationScoped
class ProductImport implements ImportKind<Product> {
    private static final List<String> FIELDS =
            List.of("sku", "name", "kind", "quality", "price", "cost", "quantity", "reorderAt");

    private final QStock s = QStock.as("s");
    private final RowMapping<Product> stocks = RowMapping.of(Product.class, s)
            .set(s.id, Product::id)
            .set(s.quantity, product -> product.stock().quantity())
            .set(s.reorderAt, product -> product.stock().reorderAt())
            .set(s.sold, product -> 0L);

    @Inject
    private InputRules rules;

    @Override
    public String name() {
        return "products";
    }

    @Override
    public Product read(ImportRow row) {
        Violations numbers = new Violations();
        NewProduct wanted = wanted(row, numbers);
        Violations violations = numbers.and(rules.violations(wanted))
                .when(isUnknown(ProductKind.values(), wanted.kind()), "kind", "is none that there is")
                .when(isUnknown(Quality.values(), wanted.quality()), "quality", "is none that there is");
        row.onlyHas(FIELDS, violations);
        violations.refuse();
        return ProductViews.product(wanted);
    }

    @SuppressWarnings("NullAway") // what is missing, the rules of the record tell
    private static NewProduct wanted(ImportRow row, Violations numbers) {
        @Nullable BigDecimal price = row.decimal("price", numbers);
        @Nullable BigDecimal cost = row.decimal("cost", numbers);
        return new NewProduct(
                row.text("sku"),
                row.text("name"),
                row.text("kind"),
                row.text("quality"),
                price,
                cost,
                row.whole("quantity", numbers),
                row.whole("reorderAt", numbers),
                ProductDetails.NONE);
    }

    private static boolean isUnknown(Enum<?>[] constants, String name) {
        return !name.isEmpty()
                && Arrays.stream(constants)
                        .noneMatch(constant -> constant.name().equals(name));
    }

    @Override
    public Map<Integer, List<Violation>> write(Session session, List<Product> products) {
        Map<Integer, List<Violation>> refused =
                ImportKind.refused(session.bulk().reportingFailures().insert(products), CatalogueService.UNIQUE);
        session.bulk()
                .insert(
                        stocks,
                        IntStream.range(0, products.size())
                                .filter(place -> !refused.containsKey(place))
                                .mapToObj(products::get)
                                .toList());
        return refused;
    }
}
