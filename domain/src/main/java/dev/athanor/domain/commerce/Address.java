// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.commerce;

import dev.athanor.annotations.Masked;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;

/** Where something is sent. A value; logs have stars for it, as it says where somebody lives. */
@Embeddable
public class Address {
    public static final int LINE_LENGTH = 120;
    public static final int POSTCODE_LENGTH = 12;

    @Masked
    @Column(name = "recipient", nullable = false, updatable = false, length = LINE_LENGTH)
    private String recipient;

    @Masked
    @Column(name = "street", nullable = false, updatable = false, length = LINE_LENGTH)
    private String street;

    @Masked
    @Column(name = "postcode", nullable = false, updatable = false, length = POSTCODE_LENGTH)
    private String postcode;

    @Masked
    @Column(name = "city", nullable = false, updatable = false, length = LINE_LENGTH)
    private String city;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Address() {}

    public Address(String recipient, String street, String postcode, String city) {
        this.recipient = Objects.requireNonNull(recipient, "recipient");
        this.street = Objects.requireNonNull(street, "street");
        this.postcode = Objects.requireNonNull(postcode, "postcode");
        this.city = Objects.requireNonNull(city, "city");
    }

    public String recipient() {
        return recipient;
    }

    public String street() {
        return street;
    }

    public String postcode() {
        return postcode;
    }

    public String city() {
        return city;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Address that
                && recipient.equals(that.recipient)
                && street.equals(that.street)
                && postcode.equals(that.postcode)
                && city.equals(that.city);
    }

    @Override
    public int hashCode() {
        return Objects.hash(recipient, street, postcode, city);
    }
}
