// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product, as the shop sees it.
 *
 * @param id the key, which never changes
 * @param sku what people call it by
 * @param name what it is called
 * @param kind what it is for
 * @param quality how it comes
 * @param price without tax
 * @param grossPrice what a customer pays
 * @param margin what the shop earns by one
 * @param listed whether it is sold
 * @param rating what customers think, from 0 to 5, if any does
 * @param quantity how many there are
 * @param details what else there is to say
 * @param createdBy who has made it known, if that was known
 * @param updatedBy who has changed it last, if that was known
 * @param version to be given when it is changed
 */
public record ProductView(
        UUID id,
        String sku,
        String name,
        String kind,
        String quality,
        BigDecimal price,
        BigDecimal grossPrice,
        BigDecimal margin,
        boolean listed,
        @Nullable Float rating,
        int quantity,
        ProductDetails details,
        @Nullable String createdBy,
        @Nullable String updatedBy,
        int version) {}
