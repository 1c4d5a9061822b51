// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.school;

import jakarta.persistence.Access;
import jakarta.persistence.AccessType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Transient;

@Entity
@Access(AccessType.FIELD)
public class Room {
    @Id
    private Integer number;

    @ManyToOne
    private Building building;

    @Column(name = "URL")
    private String homePage;

    @Transient
    private int seats;

    public Integer getNumber() {
        return number;
    }

    public void setNumber(Integer number) {
        this.number = number;
    }

    public Building getBuilding() {
        return building;
    }

    public void setBuilding(Building building) {
        this.building = building;
    }

    public String getHomePage() {
        return homePage;
    }

    public void setHomePage(String homePage) {
        this.homePage = homePage;
    }

    /** The one property among fields. */
    @Access(AccessType.PROPERTY)
    @Column(name = "seat_count")
    public int getSeats() {
        return seats;
    }

    public void setSeats(int seats) {
        this.seats = seats;
    }
}
