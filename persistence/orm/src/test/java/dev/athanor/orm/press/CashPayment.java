// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;

/** One of a table's classes. */
@Entity
@DiscriminatorValue("CASH")
public class CashPayment extends Payment {
    private String box;

    public String box() {
        return box;
    }
}
