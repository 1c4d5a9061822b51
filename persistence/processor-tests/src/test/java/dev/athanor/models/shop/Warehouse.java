// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.shop;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Id;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

@Entity
public class Warehouse {
    @Id
    @Column(name = "code", length = 8)
    private String code;

    @Embedded
    private Address address;

    @ElementCollection
    private Map<Product, Integer> stock = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "opening")
    @MapKeyEnumerated(EnumType.STRING)
    @MapKeyColumn(name = "weekday")
    @AttributeOverride(name = "value.opens", column = @Column(name = "opens_at"))
    private Map<DayOfWeek, Opening> openings = new HashMap<>();

    @ElementCollection
    private Set<Place> places = new HashSet<>();

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public Address getAddress() {
        return address;
    }

    public void setAddress(Address address) {
        this.address = address;
    }

    public Map<Product, Integer> getStock() {
        return stock;
    }

    public Map<DayOfWeek, Opening> getOpenings() {
        return openings;
    }

    public Set<Place> getPlaces() {
        return places;
    }
}
