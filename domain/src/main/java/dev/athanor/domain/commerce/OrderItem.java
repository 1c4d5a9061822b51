// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.commerce;

import dev.athanor.annotations.Check;
import dev.athanor.annotations.Hybrid;
import dev.athanor.annotations.TableIndex;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Objects;

/** What an order has of a product: the relation of the two, with what there is to say of it. */
@Entity
@Table(name = "order_item", schema = "commerce")
@Check(name = "order_item_some", value = "quantity > 0")
@TableIndex("order_id")
public class OrderItem {
    @EmbeddedId
    @SuppressWarnings("UnusedVariable") // JPA reads it
    private OrderItemId id = new OrderItemId();

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @MapsId("orderId")
    @JoinColumn(name = "order_id")
    private Order order;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @MapsId("productId")
    @JoinColumn(name = "product_id")
    private Product product;

    @Column(name = "name", nullable = false, updatable = false, length = Product.NAME_LENGTH)
    private String name;

    @Column(
            name = "unit_price",
            nullable = false,
            updatable = false,
            precision = Product.PRICE_PRECISION,
            scale = Product.PRICE_SCALE)
    private BigDecimal unitPrice;

    @Column(name = "quantity", nullable = false)
    private int quantity;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected OrderItem() {}

    OrderItem(Order order, Product product, int quantity) {
        this.order = Objects.requireNonNull(order, "order");
        this.product = Objects.requireNonNull(product, "product");
        this.name = product.name();
        this.unitPrice = product.grossPrice();
        this.quantity = quantity;
    }

    /** What they cost together. */
    @Hybrid
    public BigDecimal total() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }

    public Order order() {
        return order;
    }

    public Product product() {
        return product;
    }

    public String name() {
        return name;
    }

    public BigDecimal unitPrice() {
        return unitPrice;
    }

    public int quantity() {
        return quantity;
    }
}
