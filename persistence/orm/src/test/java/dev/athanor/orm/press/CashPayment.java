// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.math.BigDecimal;

/** One of a table's classes. */
@Entity
@DiscriminatorValue("CASH")
public class CashPayment extends Payment {
    private String box;

    protected CashPayment() {}

    public CashPayment(long id, BigDecimal amount, String box) {
        super(id, amount);
        this.box = box;
    }

    public String box() {
        return box;
    }
}
