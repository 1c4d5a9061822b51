// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order.
 *
 * @param id the key, which never changes
 * @param customer the key of the user who ordered
 * @param placedAt when
 * @param cancelledAt when it was taken back, if it was
 * @param total what all of it costs
 * @param paid what was paid already
 * @param due what is still to be paid, or, below zero, to be given back
 * @param lines what was ordered, in the order of names
 */
public record OrderView(
        long id,
        long customer,
        Instant placedAt,
        @Nullable Instant cancelledAt,
        BigDecimal total,
        BigDecimal paid,
        BigDecimal due,
        List<OrderLine> lines) {

    /**
     * So many of a product.
     *
     * @param sku what the product is called by
     * @param name what it was called then
     * @param unitPrice what one costs, with tax
     * @param quantity how many
     * @param total what they cost together
     */
    public record OrderLine(String sku, String name, BigDecimal unitPrice, int quantity, BigDecimal total) {}
}
