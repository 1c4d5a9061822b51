// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;

/** Has no history, but shares its table with one that has. */
@Entity
@SuppressWarnings("NullAway.Init")
public class Ticket {
    @Id
    private long id;

    private BigDecimal price;

    protected Ticket() {}

    public Ticket(long id, String price) {
        this.id = id;
        this.price = new BigDecimal(price);
    }

    public long id() {
        return id;
    }

    public BigDecimal price() {
        return price;
    }

    public void raise(String to) {
        this.price = new BigDecimal(to);
    }
}
