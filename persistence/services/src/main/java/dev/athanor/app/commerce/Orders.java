// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Orders, from the first to the last payment. */
public interface Orders {

    /**
     * Orders what a customer wants. A line that cannot be fulfilled is refused, and the others are ordered; unless all
     * is wanted or nothing.
     *
     * @throws InvalidInput if something is missing or malformed, nothing could be ordered, or not all that was wanted
     *     wholly. Nothing was ordered then
     */
    Placed place(NewOrder wanted);

    /** The order of this key. */
    Optional<OrderView> find(long id);

    /** The orders of a customer, the latest first. */
    List<OrderView> of(long customer);

    /**
     * Takes an order back: its products are in stock again.
     *
     * @throws InvalidInput if there is no such order, or it was taken back before
     */
    OrderView cancel(long id);

    /**
     * The same, for a customer.
     *
     * @throws NotFound if the customer has no such order
     * @throws InvalidInput if it was taken back before
     */
    OrderView cancel(long customer, long id);

    /**
     * Pays for an order, or for a part of it.
     *
     * @throws InvalidInput if there is no such order, or the amount is not positive, or more than is due
     */
    OrderView pay(long id, BigDecimal amount, Means means);

    /**
     * The same, for a customer.
     *
     * @throws NotFound if the customer has no such order
     * @throws InvalidInput if something is malformed, or the amount is not positive, or more than is due
     */
    OrderView pay(long customer, long id, BigDecimal amount, Means means);
}
