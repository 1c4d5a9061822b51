// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.commerce;

import dev.athanor.annotations.Check;
import dev.athanor.annotations.CreatedAt;
import dev.athanor.annotations.Hybrid;
import dev.athanor.annotations.TableIndex;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** More of a product, which is on its way until it has arrived; of each product once at a time. */
@Entity
@Table(name = "replenishment", schema = "commerce")
@Check(name = "replenishment_some", value = "quantity > 0")
@TableIndex(name = "replenishment_one_on_its_way", value = "product_id", unique = true, where = "arrived_at is null")
public class Replenishment {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "product_id", nullable = false, updatable = false)
    private Product product;

    @Column(name = "quantity", nullable = false, updatable = false)
    private int quantity;

    @CreatedAt
    @Column(name = "ordered_at", nullable = false, updatable = false)
    private Instant orderedAt;

    @Column(name = "arrived_at")
    private @Nullable Instant arrivedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Replenishment() {}

    @SuppressWarnings("NullAway.Init") // the time is filled when it is written
    public Replenishment(Product product, int quantity) {
        this.product = Objects.requireNonNull(product, "product");
        this.quantity = quantity;
    }

    /** Whether it has not arrived. */
    @Hybrid
    public boolean isOnItsWay() {
        return arrivedAt == null;
    }

    public void arrive(Instant when) {
        arrivedAt = when;
    }

    /** The key; there is none before the replenishment was written. */
    public long id() {
        return Objects.requireNonNull(id, "a replenishment has an id once it was written");
    }

    public Product product() {
        return product;
    }

    public int quantity() {
        return quantity;
    }

    public Instant orderedAt() {
        return orderedAt;
    }

    public Optional<Instant> arrivedAt() {
        return Optional.ofNullable(arrivedAt);
    }
}
