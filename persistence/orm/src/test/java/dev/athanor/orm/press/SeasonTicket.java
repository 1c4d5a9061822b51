// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import dev.athanor.annotations.Audited;
import dev.athanor.annotations.CreatedBy;
import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

/** Has a history, though tickets have none. */
@Entity
@Audited
public class SeasonTicket extends Ticket {
    private int months;

    @CreatedBy
    private @Nullable String seller;

    protected SeasonTicket() {}

    public SeasonTicket(long id, String price, int months) {
        super(id, price);
        this.months = months;
    }

    public int months() {
        return months;
    }

    public @Nullable String seller() {
        return seller;
    }
}
