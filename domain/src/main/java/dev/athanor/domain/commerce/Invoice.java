// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.commerce;

import dev.athanor.annotations.TableIndex;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/** What is to be paid for an order, and until when. */
@Entity
@Table(name = "invoice", schema = "commerce")
@TableIndex("order_id")
@TableIndex("due_on")
public class Invoice extends Document {
    @Column(
            name = "amount",
            nullable = false,
            updatable = false,
            precision = Product.PRICE_PRECISION,
            scale = Product.PRICE_SCALE)
    private BigDecimal amount;

    @Column(name = "due_on", nullable = false)
    private LocalDate dueOn;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Invoice() {}

    public Invoice(Order order, BigDecimal amount, LocalDate dueOn) {
        super(order);
        this.amount = Objects.requireNonNull(amount, "amount");
        this.dueOn = Objects.requireNonNull(dueOn, "dueOn");
    }

    /** Whether an invoice can be of so much. */
    public static boolean canBeOf(BigDecimal amount) {
        return amount.precision() - amount.scale() <= Product.PRICE_PRECISION - Product.PRICE_SCALE;
    }

    public BigDecimal amount() {
        return amount;
    }

    public LocalDate dueOn() {
        return dueOn;
    }
}
