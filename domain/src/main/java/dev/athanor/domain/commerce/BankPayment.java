// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.commerce;

import dev.athanor.annotations.Masked;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.util.Objects;

/** From an account of a bank, whose number no log shows. */
@Entity
@DiscriminatorValue("BANK")
public class BankPayment extends Payment {
    /** The longest number that there may be. */
    public static final int IBAN_LENGTH = 34;

    @Masked
    @Column(name = "iban", length = IBAN_LENGTH, updatable = false)
    private String iban;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected BankPayment() {}

    public BankPayment(BigDecimal amount, String iban) {
        super(amount);
        this.iban = Objects.requireNonNull(iban, "iban");
    }

    public String iban() {
        return iban;
    }
}
