// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import dev.athanor.orm.outbox.OutboxEvent;
import java.util.List;

/**
 * An order was placed, and its transaction is committed.
 *
 * @param order its key
 * @param skus what was ordered
 */
@OutboxEvent("commerce.order-placed")
public record OrderPlaced(long order, List<String> skus) {
    /** Keeps a copy. */
    public OrderPlaced {
        skus = List.copyOf(skus);
    }
}
