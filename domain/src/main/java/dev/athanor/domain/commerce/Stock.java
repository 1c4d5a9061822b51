// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.commerce;

import dev.athanor.annotations.Check;
import dev.athanor.annotations.Comment;
import dev.athanor.annotations.Hybrid;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How many of a product there are to be sold. Taken and filled up by statements, which lock the row as they do. */
@Entity
@Table(name = "stock", schema = "commerce")
@Check(name = "stock_not_oversold", value = "quantity >= 0")
public class Stock {
    @Id
    private @Nullable UUID id;

    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @MapsId
    @JoinColumn(name = "product_id")
    private Product product;

    @Column(name = "quantity", nullable = false)
    private int quantity;

    @Comment("When there are no more than these, more are to be had")
    @Column(name = "reorder_at", nullable = false)
    private int reorderAt;

    @Comment("How many were ever ordered, and not taken back")
    @Column(name = "sold", nullable = false)
    private long sold;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Stock() {}

    Stock(Product product) {
        this.product = Objects.requireNonNull(product, "product");
    }

    /** What there is of a new product. */
    public void begin(int newQuantity, int newReorderAt) {
        quantity = newQuantity;
        reorderAt = newReorderAt;
    }

    /** Whether more are to be had. */
    @Hybrid
    public boolean isLow() {
        return quantity <= reorderAt;
    }

    public Product product() {
        return product;
    }

    public int quantity() {
        return quantity;
    }

    public int reorderAt() {
        return reorderAt;
    }

    public long sold() {
        return sold;
    }
}
