// SPDX-License-Identifier: Apache-2.0
package dev.athanor.hybrids;

import dev.athanor.annotations.Hybrid;
import jakarta.persistence.Embeddable;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** Where something is. */
@Embeddable
@SuppressWarnings("NullAway.Init")
class Place {
    String street;

    int house;

    @ManyToOne
    Mark town;

    @Hybrid
    String described() {
        return street + " " + house;
    }

    @Hybrid
    boolean close(int house) {
        return Math.abs(this.house / 2 - house) < 2;
    }

    @Hybrid
    @Nullable
    String townName() {
        return town == null ? null : town.name;
    }
}
