// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.commerce;

import dev.athanor.annotations.Check;
import dev.athanor.annotations.CreatedAt;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Money for an order. All kinds share a table: they differ by little, and are nearly always asked for together, as in
 * what is still to be paid.
 */
@Entity
@Table(name = "payment", schema = "commerce", indexes = @Index(columnList = "order_id"))
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "kind", length = 20)
@Check(name = "payment_positive", value = "amount > 0")
public abstract class Payment {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_id", nullable = false, updatable = false)
    private Order order;

    @Column(
            name = "amount",
            nullable = false,
            updatable = false,
            precision = Product.PRICE_PRECISION,
            scale = Product.PRICE_SCALE)
    private BigDecimal amount;

    @CreatedAt
    @Column(name = "paid_at", nullable = false, updatable = false)
    private Instant paidAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Payment() {}

    @SuppressWarnings("NullAway.Init") // the order is what notes it, the time is filled when it is written
    protected Payment(BigDecimal amount) {
        this.amount = Objects.requireNonNull(amount, "amount");
    }

    void of(Order paid) {
        order = paid;
    }

    public Order order() {
        return order;
    }

    public BigDecimal amount() {
        return amount;
    }

    public Instant paidAt() {
        return paidAt;
    }
}
