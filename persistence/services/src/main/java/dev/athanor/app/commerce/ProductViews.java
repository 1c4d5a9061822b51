// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import dev.athanor.domain.commerce.Dimensions;
import dev.athanor.domain.commerce.EnergyLabel;
import dev.athanor.domain.commerce.Product;
import dev.athanor.domain.commerce.ProductKind;
import dev.athanor.domain.commerce.Promises;
import dev.athanor.domain.commerce.Quality;
import org.jspecify.annotations.Nullable;

/** Between products and what is told of them. */
final class ProductViews {
    private ProductViews() {}

    static Product product(NewProduct wanted) {
        Product product = Product.of(
                wanted.sku(),
                wanted.name(),
                ProductKind.valueOf(wanted.kind()),
                Quality.valueOf(wanted.quality()),
                wanted.price(),
                wanted.cost());
        product.stock().begin(wanted.quantity(), wanted.reorderAt());
        detail(product, wanted.details());
        return product;
    }

    static void change(Product product, NewProduct changed) {
        product.rename(changed.name(), ProductKind.valueOf(changed.kind()), Quality.valueOf(changed.quality()));
        product.reprice(changed.price());
        product.buyAt(changed.cost());
        detail(product, changed.details());
    }

    /** What a product is made of, so that it can be changed; without how many there are. */
    static NewProduct input(Product product) {
        return new NewProduct(
                product.sku(),
                product.name(),
                product.kind().name(),
                product.quality().name(),
                product.price(),
                product.cost(),
                0,
                0,
                details(product));
    }

    private static void detail(Product product, ProductDetails details) {
        product.describe(details.description());
        product.measure(details.weight(), dimensions(details.extent()));
        product.offer(details.availableFrom(), promises(details.promises()));
        product.label(details.tags(), details.sizes(), details.attributes(), label(details.energy()));
    }

    private static @Nullable Dimensions dimensions(ProductDetails.@Nullable Extent extent) {
        return extent == null ? null : new Dimensions(extent.length(), extent.width(), extent.height());
    }

    private static @Nullable Promises promises(ProductDetails.@Nullable Promise promise) {
        return promise == null
                ? null
                : new Promises(
                        promise.warrantyMonths(),
                        promise.dispatchedUntil(),
                        promise.promotedUntil(),
                        promise.leadTime());
    }

    private static @Nullable EnergyLabel label(ProductDetails.@Nullable Energy energy) {
        return energy == null ? null : new EnergyLabel(energy.grade(), energy.kilowattHours());
    }

    static ProductView view(Product product) {
        return new ProductView(
                product.id(),
                product.sku(),
                product.name(),
                product.kind().name(),
                product.quality().name(),
                product.price(),
                product.grossPrice(),
                product.margin(),
                product.listed(),
                product.rating().orElse(null),
                product.stock().quantity(),
                details(product),
                product.createdBy().orElse(null),
                product.updatedBy().orElse(null),
                product.version());
    }

    private static ProductDetails details(Product product) {
        return new ProductDetails(
                product.description().orElse(null),
                product.weight().orElse(null),
                product.dimensions().map(ProductViews::extent).orElse(null),
                product.availableFrom().orElse(null),
                product.promises().map(ProductViews::promise).orElse(null),
                product.tags(),
                product.sizes(),
                product.attributes(),
                product.energy().map(ProductViews::energy).orElse(null));
    }

    private static ProductDetails.Extent extent(Dimensions dimensions) {
        return new ProductDetails.Extent(dimensions.length(), dimensions.width(), dimensions.height());
    }

    private static ProductDetails.Promise promise(Promises promises) {
        return new ProductDetails.Promise(
                promises.warrantyMonths().orElse(null),
                promises.dispatchedUntil().orElse(null),
                promises.promotedUntil().orElse(null),
                promises.leadTime().orElse(null));
    }

    private static ProductDetails.Energy energy(EnergyLabel label) {
        return new ProductDetails.Energy(label.grade(), label.kilowattHours());
    }
}
