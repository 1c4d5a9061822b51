// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.commerce;

import dev.athanor.annotations.Check;
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

/** That more of a product is to be had. There is one at a time that waits for it to come. */
@Entity
@Table(name = "reorder", schema = "commerce")
@Check(name = "reorder_some", value = "quantity > 0")
@TableIndex(name = "reorder_open", value = "product_id", unique = true, where = "received_at is null")
@TableIndex(value = "product_id")
public class Reorder {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "product_id", nullable = false, updatable = false)
    private Product product;

    @Column(name = "quantity", nullable = false)
    private int quantity;

    @Column(name = "requested_at", nullable = false, updatable = false)
    private Instant requestedAt;

    @Column(name = "received_at")
    private @Nullable Instant receivedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Reorder() {}

    /** The key; there is none before the reorder was written. */
    public long id() {
        return Objects.requireNonNull(id, "a reorder has an id once it was written");
    }

    public Product product() {
        return product;
    }

    public int quantity() {
        return quantity;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public Optional<Instant> receivedAt() {
        return Optional.ofNullable(receivedAt);
    }
}
