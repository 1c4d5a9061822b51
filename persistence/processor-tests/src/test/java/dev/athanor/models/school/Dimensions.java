// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.school;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Transient;

/** Has the access of what it is embedded in: properties. */
@Embeddable
public class Dimensions {
    private float metresHigh;

    private int floorCount;

    public float getHeight() {
        return metresHigh;
    }

    public void setHeight(float height) {
        this.metresHigh = height;
    }

    @Column(name = "floor_count")
    public int getFloors() {
        return floorCount;
    }

    public void setFloors(int floors) {
        this.floorCount = floors;
    }

    @Transient
    public boolean isFlat() {
        return floorCount == 1;
    }
}
