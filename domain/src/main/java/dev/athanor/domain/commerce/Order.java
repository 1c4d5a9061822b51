// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.commerce;

import dev.athanor.annotations.Comment;
import dev.athanor.annotations.CreatedAt;
import dev.athanor.annotations.Hybrid;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a customer has ordered, as it was at that time: products may change their names and prices. */
@Entity
@Table(name = "orders", schema = "commerce", indexes = @Index(columnList = "customer_id, placed_at desc"))
public class Order {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "order_numbers")
    @SequenceGenerator(name = "order_numbers", sequenceName = "commerce.order_numbers", allocationSize = 20)
    private @Nullable Long id;

    @Comment("A user of the identity context, by the key")
    @Column(name = "customer_id", nullable = false, updatable = false)
    private long customerId;

    @Embedded
    private Address address;

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("name")
    private List<OrderItem> items = new ArrayList<>();

    @OneToMany(mappedBy = "order", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<Payment> payments = new ArrayList<>();

    @CreatedAt
    @Column(name = "placed_at", nullable = false, updatable = false)
    private Instant placedAt;

    @Column(name = "cancelled_at")
    private @Nullable Instant cancelledAt;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Order() {}

    /** A new one, of nothing yet. */
    @SuppressWarnings("NullAway.Init") // the time is filled when it is written
    public Order(long customerId, Address address) {
        this.customerId = customerId;
        this.address = Objects.requireNonNull(address, "address");
    }

    /** Adds so many of a product, at the price that it has now. */
    public OrderItem add(Product product, int quantity) {
        OrderItem item = new OrderItem(this, product, quantity);
        items.add(item);
        return item;
    }

    /** Notes a payment. */
    public void pay(Payment payment) {
        payment.of(this);
        payments.add(payment);
    }

    /** Takes it back, with all that was ordered. */
    public void cancel(Instant when) {
        if (isCancelled()) {
            throw new IllegalStateException("order " + id + " was cancelled before");
        }
        cancelledAt = when;
    }

    /** What all of it costs. */
    @Hybrid
    public BigDecimal total() {
        return items.stream().map(OrderItem::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What was paid already. */
    @Hybrid
    public BigDecimal paid() {
        return payments.stream().map(Payment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What is still to be paid. */
    @Hybrid
    public BigDecimal due() {
        return isCancelled() ? BigDecimal.ZERO.subtract(paid()) : total().subtract(paid());
    }

    /** Whether it was taken back. */
    @Hybrid
    public boolean isCancelled() {
        return cancelledAt != null;
    }

    /** Whether nothing is left to be paid. */
    @Hybrid
    public boolean isSettled() {
        return due().signum() <= 0;
    }

    /** The key; there is none before the order was written. */
    public long id() {
        return Objects.requireNonNull(id, "an order has an id once it was written");
    }

    public long customerId() {
        return customerId;
    }

    public Address address() {
        return address;
    }

    public List<OrderItem> items() {
        return List.copyOf(items);
    }

    public List<Payment> payments() {
        return List.copyOf(payments);
    }

    public Instant placedAt() {
        return placedAt;
    }

    public Optional<Instant> cancelledAt() {
        return Optional.ofNullable(cancelledAt);
    }

    public int version() {
        return version;
    }
}
