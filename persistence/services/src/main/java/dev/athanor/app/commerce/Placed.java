// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import java.util.List;

/**
 * What became of what a customer wanted.
 *
 * @param order what was ordered
 * @param refused what could not be
 */
public record Placed(OrderView order, List<RefusedLine> refused) {
    /** Keeps a copy. */
    public Placed {
        refused = List.copyOf(refused);
    }

    /**
     * What could not be ordered, and why.
     *
     * @param sku what the product is called by
     * @param quantity how many were wanted
     * @param reason why not, to be read after the product's name: "is not in stock"
     */
    public record RefusedLine(String sku, int quantity, String reason) {}
}
