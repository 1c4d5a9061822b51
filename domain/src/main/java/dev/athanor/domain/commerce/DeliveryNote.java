// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.commerce;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What comes with an order's parcels. */
@Entity
@Table(name = "delivery_note", schema = "commerce")
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
