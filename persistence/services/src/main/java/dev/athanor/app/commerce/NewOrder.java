// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import dev.athanor.app.Texts;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * What a customer wants.
 *
 * @param customer the key of a user
 * @param address where it is sent
 * @param lines of what, and how many
 * @param wholly whether all of it is wanted, or nothing
 */
public record NewOrder(
        long customer,
        @NotNull(message = Texts.MISSING) DeliveryAddress address,
        @NotEmpty(message = Texts.BLANK) List<Line> lines,
        boolean wholly) {

    /**
     * So many of a product. If it is said twice, they are added up.
     *
     * @param sku what the product is called by
     * @param quantity how many
     */
    public record Line(String sku, int quantity) {}
}
