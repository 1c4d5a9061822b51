// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Embeddable;

/** Embedded. */
@Embeddable
public class Address {
    private String street = "";
    private String city = "";

    protected Address() {}

    public Address(String street, String city) {
        this.street = street;
        this.city = city;
    }

    public String street() {
        return street;
    }

    public String city() {
        return city;
    }

    public void moveTo(String newCity) {
        city = newCity;
    }
}
