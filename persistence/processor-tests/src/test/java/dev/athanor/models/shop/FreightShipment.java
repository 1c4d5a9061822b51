// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

@Entity
public class FreightShipment extends Shipment {
    private int pallets;

    @ManyToOne
    private Warehouse origin;

    public int getPallets() {
        return pallets;
    }

    public void setPallets(int pallets) {
        this.pallets = pallets;
    }

    public Warehouse getOrigin() {
        return origin;
    }

    public void setOrigin(Warehouse origin) {
        this.origin = origin;
    }
}
