// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.model;

import dev.athanor.annotations.RenamedFrom;
import jakarta.persistence.Embeddable;

/** Who printed it, and where. */
@Embeddable
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class Imprint {
    @RenamedFrom({"town", "city"})
    private String place;
}
