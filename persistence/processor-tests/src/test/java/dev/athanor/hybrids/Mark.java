// SPDX-License-Identifier: Apache-2.0
package dev.athanor.hybrids;

import dev.athanor.annotations.Hybrid;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A mark that baskets have. */
@Entity
@SuppressWarnings("NullAway.Init")
class Mark extends Named {
    @Id
    Long id;

    int weight;

    @Override
    @Hybrid
    String kind() {
        return "mark " + weight;
    }
}
