// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.commerce;

import dev.athanor.annotations.Masked;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.util.Objects;

/** By a card. */
@Entity
@DiscriminatorValue("CARD")
public class CardPayment extends Payment {
    /** How many digits of a card's number may be kept. */
    public static final int DIGITS = 4;

    @Masked
    @Column(name = "last_digits", length = DIGITS, updatable = false)
    private String lastDigits;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected CardPayment() {}

    public CardPayment(BigDecimal amount, String lastDigits) {
        super(amount);
        this.lastDigits = Objects.requireNonNull(lastDigits, "lastDigits");
    }

    public String lastDigits() {
        return lastDigits;
    }
}
