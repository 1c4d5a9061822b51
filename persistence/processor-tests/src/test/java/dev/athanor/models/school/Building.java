// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.school;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Transient;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

@Entity
public class Building {
    private String code;

    private String streetAddress;

    private Map<Integer, Room> rooms = new HashMap<>();

    private Set<Closure> closures = new HashSet<>();

    private String colour;

    private Dimensions dimensions;

    @Id
    @Column(length = 4)
    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    @Column(name = "street_address", length = 200)
    public String getStreetAddress() {
        return streetAddress;
    }

    public void setStreetAddress(String streetAddress) {
        this.streetAddress = streetAddress;
    }

    @OneToMany(mappedBy = "building")
    @MapKey
    public Map<Integer, Room> getRooms() {
        return rooms;
    }

    public void setRooms(Map<Integer, Room> rooms) {
        this.rooms = rooms;
    }

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "building_code")
    public Set<Closure> getClosures() {
        return closures;
    }

    public void setClosures(Set<Closure> closures) {
        this.closures = closures;
    }

    /** Persistent without an annotation, as all properties are. */
    public String getColour() {
        return colour;
    }

    public void setColour(String colour) {
        this.colour = colour;
    }

    @Transient
    public int getSize() {
        return rooms.size();
    }

    @Embedded
    @AttributeOverride(name = "height", column = @Column(name = "metres_high"))
    public Dimensions getDimensions() {
        return dimensions;
    }

    public void setDimensions(Dimensions dimensions) {
        this.dimensions = dimensions;
    }
}
