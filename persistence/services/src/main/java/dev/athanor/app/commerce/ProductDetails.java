// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of a product, if it is known.
 *
 * @param description in words
 * @param weight in kilograms
 * @param extent how large it is
 * @param availableFrom the first day on which it is sold
 * @param promises what the shop promises
 * @param tags words to find it by
 * @param sizes those that there are
 * @param attributes what else is to be said, by name
 * @param energy what the law wants to be said of what needs power
 */
public record ProductDetails(
        @Nullable String description,
        @Nullable Double weight,
        @Nullable Extent extent,
        @Nullable LocalDate availableFrom,
        @Nullable Promise promises,
        List<String> tags,
        List<Integer> sizes,
        Map<String, String> attributes,
        @Nullable Energy energy) {
    /** Nothing is known. */
    public static final ProductDetails NONE =
            new ProductDetails(null, null, null, null, null, List.of(), List.of(), Map.of(), null);

    /** Keeps copies. */
    public ProductDetails {
        tags = List.copyOf(tags);
        sizes = List.copyOf(sizes);
        attributes = Map.copyOf(attributes);
    }

    /** In millimetres. */
    public record Extent(int length, int width, int height) {}

    /**
     * What the shop promises, as far as it does.
     *
     * @param warrantyMonths for how long it lasts
     * @param dispatchedUntil what is ordered before leaves on the same day
     * @param promotedUntil until when it is promoted, by the clock of the shop
     * @param leadTime how long it takes to have more of it
     */
    public record Promise(
            @Nullable Short warrantyMonths,
            @Nullable LocalTime dispatchedUntil,
            @Nullable LocalDateTime promotedUntil,
            @Nullable Duration leadTime) {}

    /** From A to G, and kilowatt hours in a year. */
    public record Energy(String grade, int kilowattHours) {}
}
