// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.shop;

import jakarta.persistence.Entity;
import jakarta.persistence.ManyToOne;

@Entity
public class TransferPayment extends Payment {
    private String iban;

    @ManyToOne
    private Customer payer;

    public String getIban() {
        return iban;
    }

    public void setIban(String iban) {
        this.iban = iban;
    }

    public Customer getPayer() {
        return payer;
    }

    public void setPayer(Customer payer) {
        this.payer = payer;
    }
}
