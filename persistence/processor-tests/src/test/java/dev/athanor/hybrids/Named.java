// SPDX-License-Identifier: Apache-2.0
package dev.athanor.hybrids;

import dev.athanor.annotations.Hybrid;
import jakarta.persistence.MappedSuperclass;

/** What has a name, and a label that depends on what it is. */
@MappedSuperclass
@SuppressWarnings("NullAway.Init")
abstract class Named {
    String name;

    @Hybrid
    abstract String kind();

    @Hybrid
    String label() {
        return kind() + ": " + name;
    }

    @Hybrid
    boolean named() {
        return name != null && !name.isBlank();
    }
}
