// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;

/** One of a table's classes. */
@Entity
@DiscriminatorValue("CARD")
public class CardPayment extends Payment {
    private String card;

    public String card() {
        return card;
    }
}
