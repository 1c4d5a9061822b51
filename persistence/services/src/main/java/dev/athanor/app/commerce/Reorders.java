// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import java.time.Instant;
import java.util.List;

/** Of which products more is to be had, which orders have left little of. They end when the product is restocked. */
public interface Reorders {

    /** Those that wait, the first first. */
    List<ReorderView> open();

    /**
     * That more of a product is to be had.
     *
     * @param sku what the product is called by
     * @param quantity how many
     * @param requestedAt since when
     */
    record ReorderView(String sku, int quantity, Instant requestedAt) {}
}
