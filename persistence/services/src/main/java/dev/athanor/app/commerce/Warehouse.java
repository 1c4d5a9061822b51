// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import dev.athanor.app.InvalidInput;
import java.time.Instant;
import java.util.List;

/** What comes in. More of a product is had when an order has left too little of it, soon after. */
public interface Warehouse {

    /** What is on its way, the longest first. */
    List<Supply> onItsWay();

    /**
     * Takes in what has arrived, and gives how many of it there are now.
     *
     * @throws InvalidInput if it is not on its way
     */
    int arrive(long supply);

    /**
     * More of a product.
     *
     * @param id the key
     * @param sku what the product is called by
     * @param quantity how many
     * @param orderedAt since when it is on its way
     */
    record Supply(long id, String sku, int quantity, Instant orderedAt) {}
}
