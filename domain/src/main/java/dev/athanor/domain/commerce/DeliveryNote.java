// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.commerce;

import dev.athanor.annotations.TableIndex;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What comes with an order's parcels. */
@Entity
@Table(name = "delivery_note", schema = "commerce")
@TableIndex("order_id")
public class DeliveryNote extends Document {
    @Column(name = "parcels", nullable = false)
    private int parcels;

    /** For JPA. */
    protected DeliveryNote() {}

    public DeliveryNote(Order order, int parcels) {
        super(order);
        this.parcels = parcels;
    }

    public int parcels() {
        return parcels;
    }
}
