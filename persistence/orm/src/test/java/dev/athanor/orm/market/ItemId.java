// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.market;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** The keys of both sides. */
public class ItemId implements Serializable {
    private static final long serialVersionUID = 1L;

    private Long basket;
    private UUID product;

    protected ItemId() {}

    public ItemId(Long basket, UUID product) {
        this.basket = basket;
        this.product = product;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ItemId id && basket.equals(id.basket) && product.equals(id.product);
    }

    @Override
    public int hashCode() {
        return Objects.hash(basket, product);
    }
}
