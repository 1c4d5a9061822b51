// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.shop;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import java.time.YearMonth;

@Entity
@DiscriminatorValue("CARD")
public class CardPayment extends Payment {
    @Column(name = "card_digits", length = 4)
    private String lastDigits;

    private YearMonth validUntil;

    public String getLastDigits() {
        return lastDigits;
    }

    public void setLastDigits(String lastDigits) {
        this.lastDigits = lastDigits;
    }

    public YearMonth getValidUntil() {
        return validUntil;
    }

    public void setValidUntil(YearMonth validUntil) {
        this.validUntil = validUntil;
    }
}
