// SPDX-License-Identifier: Apache-2.0
package dev.athanor.seed;

import dev.athanor.domain.commerce.ProductKind;
import dev.athanor.domain.commerce.QProduct;
import dev.athanor.domain.commerce.Quality;
import dev.athanor.orm.bulk.RowMapping;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is sold, of each kind; known by numbers from 1 on. */
final class Products {
    private static final int YEARS = 2 * 365;
    private static final BigDecimal WITH_TAX = new BigDecimal("1.21");
    private static final Map<ProductKind, List<String>> NAMES = Map.of(
            ProductKind.HOUSEHOLD, List.of("Kettle", "Lamp", "Pan", "Teapot", "Toaster", "Vase"),
            ProductKind.TOOL, List.of("Chisel", "Drill", "Hammer", "Loom", "Plane", "Saw"),
            ProductKind.GARMENT, List.of("Apron", "Coat", "Gloves", "Hat", "Scarf", "Shirt"),
            ProductKind.MEDIA, List.of("Atlas", "Calendar", "Cookbook", "Novel", "Record", "Songbook"));
    private static final List<String> STYLES =
            List.of("Blue", "Classic", "Folding", "Large", "Light", "Old", "Plain", "Small", "Solid", "Striped");

    private static final QProduct P = QProduct.table();

    /** One of them. */
    record Item(
            UUID id,
            long number,
            String name,
            String noun,
            ProductKind kind,
            BigDecimal price,
            String description,
            Quality quality,
            BigDecimal cost,
            boolean listed,
            @Nullable Float rating,
            int size,
            Instant since) {
        boolean is(ProductKind other) {
            return kind == other;
        }
    }

    static final RowMapping<Item> ROWS = RowMapping.of(Item.class, P)
            .set(P.id, Item::id)
            .set(P.createdAt, item -> item.since().atOffset(ZoneOffset.UTC))
            .set(P.createdBy, item -> "editor")
            .set(P.updatedAt, Item::since)
            .set(P.updatedBy, item -> "editor")
            .set(P.version, item -> 1)
            .set(P.sku, item -> "DEMO-" + item.number())
            .set(P.name, Item::name)
            .set(P.description, Item::description)
            .set(P.kind, Item::kind)
            .set(P.quality, Item::quality)
            .set(P.price, Item::price)
            .set(P.cost, Item::cost)
            .set(P.listed, Item::listed)
            .set(P.rating, Item::rating)
            .set(P.weight, item -> item.size() / 100.0)
            .set(P.dimensions.length, Item::size)
            .set(P.dimensions.width, item -> item.size() / 2 + 1)
            .set(P.dimensions.height, item -> item.size() / 3 + 1)
            .set(P.availableFrom, item -> LocalDate.ofInstant(item.since(), ZoneOffset.UTC))
            .set(P.promises.warrantyMonths, item -> item.is(ProductKind.TOOL) ? Short.valueOf((short) 24) : null)
            .set(P.promises.dispatchedUntil, item -> LocalTime.of(14, 30))
            .set(
                    P.promises.promotedUntil,
                    item -> item.number() % 10 == 0
                            ? item.since().atOffset(ZoneOffset.UTC).plusDays(30).toLocalDateTime()
                            : null)
            .set(P.promises.leadTime, item -> Duration.ofHours(24 + item.number() % 100))
            .set(P.tags, item -> List.of(Words.address(item.noun())))
            .set(P.sizes, item -> item.is(ProductKind.GARMENT) ? List.of(36, 38, 40, 42) : List.of())
            .set(P.attributes, item -> item.is(ProductKind.MEDIA) ? "{\"pages\": \"" + item.size() + "\"}" : "{}")
            .set(P.energy, Products::energy);

    private Products() {}

    static Item product(Writing writing, long number) {
        Draw draw = writing.draw("product", number);
        BigDecimal price = price(writing, number);
        Quality quality = draw.in100(80) ? Quality.NEW : draw.of(List.of(Quality.REFURBISHED, Quality.USED));
        return new Item(
                id(writing, number),
                number,
                name(writing, number),
                noun(writing, number),
                kind(number),
                price,
                Words.paragraph(draw, 2),
                quality,
                price.multiply(new BigDecimal("0.6")).setScale(2, RoundingMode.HALF_UP),
                draw.in100(95),
                draw.in100(70) ? Float.valueOf(draw.between(20, 50) / 10f) : null,
                draw.between(40, 600),
                draw.before(writing.until().minus(Duration.ofDays(400)), YEARS));
    }

    private static @Nullable String energy(Item item) {
        return item.is(ProductKind.HOUSEHOLD)
                ? "{\"grade\": \"" + "ABCDEFG".charAt(item.size() % 7) + "\", \"kilowattHours\": " + item.size() + "}"
                : null;
    }

    private static ProductKind kind(long number) {
        ProductKind[] kinds = ProductKind.values();
        return kinds[(int) (number % kinds.length)];
    }

    static UUID id(Writing writing, long number) {
        return writing.draw("product key", number).uuid();
    }

    static String name(Writing writing, long number) {
        return writing.draw("style", number).of(STYLES) + " " + noun(writing, number);
    }

    private static String noun(Writing writing, long number) {
        return writing.draw("noun", number).of(Objects.requireNonNull(NAMES.get(kind(number)), "each kind has names"));
    }

    private static BigDecimal price(Writing writing, long number) {
        return BigDecimal.valueOf(writing.draw("price", number).between(190, 29_990), 2);
    }

    /** As the database computes it. */
    static BigDecimal grossPrice(Writing writing, long number) {
        return price(writing, number).multiply(WITH_TAX).setScale(2, RoundingMode.HALF_UP);
    }
}
