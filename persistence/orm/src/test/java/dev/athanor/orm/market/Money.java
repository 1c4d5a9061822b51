// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.market;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** Embedded under names that its owner gives. */
@Embeddable
public class Money {
    private BigDecimal amount;
    private String currency;

    protected Money() {}

    public Money(String amount, String currency) {
        this.amount = new BigDecimal(amount);
        this.currency = currency;
    }

    public BigDecimal amount() {
        return amount;
    }

    public String currency() {
        return currency;
    }

    public void convert(String newCurrency) {
        currency = newCurrency;
    }
}
