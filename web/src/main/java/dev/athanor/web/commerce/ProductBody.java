// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.commerce;

import dev.athanor.app.Violations;
import dev.athanor.app.commerce.NewProduct;
import dev.athanor.app.commerce.ProductDetails;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a product.
 *
 * @param quantity how many there are of a new one; later it is filled up
 * @param reorderAt when there are no more than these, more are to be had; of a new one
 */
@Schema(
        name = "Product",
        requiredProperties = {"sku", "name", "kind", "quality", "price", "cost"})
public record ProductBody(
        @Nullable String sku,
        @Nullable String name,

        @Schema(enumeration = {"HOUSEHOLD", "TOOL", "GARMENT", "MEDIA"}) @Nullable
        String kind,

        @Schema(enumeration = {"NEW", "REFURBISHED", "USED"}) @Nullable
        String quality,

        @Nullable BigDecimal price,
        @Nullable BigDecimal cost,
        @Nullable Integer quantity,
        @Nullable Integer reorderAt,
        @Nullable String description,
        @Nullable Double weight,
        ProductDetails.@Nullable Extent extent,
        @Nullable LocalDate availableFrom,
        ProductDetails.@Nullable Promise promises,
        List<String> tags,
        List<Integer> sizes,
        Map<String, String> attributes,
        ProductDetails.@Nullable Energy energy) {

    static ProductBody of(NewProduct product) {
        ProductDetails details = product.details();
        return new ProductBody(
                product.sku(),
                product.name(),
                product.kind(),
                product.quality(),
                product.price(),
                product.cost(),
                null,
                null,
                details.description(),
                details.weight(),
                details.extent(),
                details.availableFrom(),
                details.promises(),
                details.tags(),
                details.sizes(),
                details.attributes(),
                details.energy());
    }

    /** Of a product that there is; its stock is not changed so. */
    NewProduct change() {
        new Violations()
                .when(quantity != null, "quantity", "is changed by filling up the stock")
                .when(reorderAt != null, "reorderAt", "is said of new products only")
                .refuse();
        return input();
    }

    @SuppressWarnings("NullAway") // the service says what is missing
    NewProduct input() {
        return new NewProduct(
                sku,
                name,
                kind,
                quality,
                price,
                cost,
                Objects.requireNonNullElse(quantity, 0),
                Objects.requireNonNullElse(reorderAt, 0),
                new ProductDetails(
                        description, weight, extent, availableFrom, promises, tags, sizes, attributes, energy));
    }
}
