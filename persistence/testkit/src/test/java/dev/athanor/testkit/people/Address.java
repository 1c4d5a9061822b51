// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.people;

import dev.athanor.annotations.Hybrid;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** An object embedded in others. */
@Embeddable
public class Address {
    @Column(length = 40)
    @Nullable
    String street;

    @Nullable
    String city;

    @Hybrid
    public String line() {
        return street + ", " + city;
    }

    @Hybrid
    public boolean isIn(String wanted) {
        return wanted.equals(city);
    }
}
