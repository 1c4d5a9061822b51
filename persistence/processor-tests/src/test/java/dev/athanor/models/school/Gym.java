// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.school;

import jakarta.persistence.Entity;
import jakarta.persistence.JoinTable;
import jakarta.persistence.OneToOne;

@Entity
public class Gym extends Managed {
    private double area;

    @OneToOne
    private Laboratory shares;

    @OneToOne
    @JoinTable(name = "gym_store")
    private Room storeRoom;

    public double getArea() {
        return area;
    }

    public void setArea(double area) {
        this.area = area;
    }

    public Laboratory getShares() {
        return shares;
    }

    public void setShares(Laboratory shares) {
        this.shares = shares;
    }

    public Room getStoreRoom() {
        return storeRoom;
    }

    public void setStoreRoom(Room storeRoom) {
        this.storeRoom = storeRoom;
    }
}
