// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.tutorial;

import jakarta.persistence.Embeddable;

/** Where somebody lives. */
// region address
@Embeddable
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class Address {
    private String street;
    private String city;
}
// endregion
