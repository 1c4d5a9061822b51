// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Has what others want, too, and no version. */
@Entity
public class Purse {
    @Id
    private Long id;

    private int amount;

    protected Purse() {}

    public Purse(long id, int amount) {
        this.id = id;
        this.amount = amount;
    }

    public Long id() {
        return id;
    }

    public int amount() {
        return amount;
    }

    public void put(int more) {
        amount += more;
    }

    public void take(int less) {
        amount -= less;
    }
}
