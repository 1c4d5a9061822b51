// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.commerce;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The key of an item: a product is in an order once. Filled when the item is written. */
@Embeddable
public class OrderItemId implements Serializable {
    private static final long serialVersionUID = 1L;

    private @Nullable Long orderId;

    private @Nullable UUID productId;

    @Override
    public boolean equals(Object other) {
        return other instanceof OrderItemId that
                && Objects.equals(orderId, that.orderId)
                && Objects.equals(productId, that.productId);
    }

    @Override
    public int hashCode() {
        return Objects.hash(orderId, productId);
    }
}
