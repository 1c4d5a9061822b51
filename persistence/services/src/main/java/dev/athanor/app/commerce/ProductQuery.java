// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.value;

import dev.athanor.domain.commerce.ProductKind;
import dev.athanor.domain.commerce.QProduct;
import dev.athanor.sql.Clocked;
import dev.athanor.sql.Select;
import dev.athanor.sql.SqlTypes;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Queries of products, in the shop's own words. A value: every step gives a new one. */
record ProductQuery(Select<ProductSummary> rows) {
    private static final QProduct P = QProduct.as("p");

    /** Whatever is sold today. */
    static ProductQuery onSale() {
        return new ProductQuery(
                select(ProductSummary.class, P.sku, P.name, P.kind.cast(SqlTypes.TEXT), P.grossPrice(), P.isInStock())
                        .from(P)
                        .where(P.isSoldOn(Clocked.today()))
                        .orderBy(P.name.asc(), P.sku.asc()));
    }

    ProductQuery named(@Nullable String text) {
        return text == null
                ? this
                : new ProductQuery(
                        rows.where(P.name.lower().contains(value(text).lower())));
    }

    ProductQuery of(@Nullable ProductKind kind) {
        return kind == null ? this : new ProductQuery(rows.where(P.kind.eq(kind)));
    }

    ProductQuery tagged(Set<String> tags) {
        return tags.isEmpty() ? this : new ProductQuery(rows.where(P.tags.contains(List.copyOf(tags))));
    }

    ProductQuery notDearerThan(@Nullable BigDecimal grossPrice) {
        return grossPrice == null
                ? this
                : new ProductQuery(rows.where(P.grossPrice().le(grossPrice)));
    }

    ProductQuery inStock(boolean wanted) {
        return wanted ? new ProductQuery(rows.where(P.isInStock())) : this;
    }
}
