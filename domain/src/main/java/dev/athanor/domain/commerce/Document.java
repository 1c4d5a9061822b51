// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.commerce;

import dev.athanor.annotations.CreatedAt;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A paper that goes with an order. Each kind has a table of its own: they have little in common, are nearly always
 * asked for by their kind, and bookkeepers want to see invoices and nothing else.
 */
@Entity
@Table(name = "document", schema = "commerce")
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
public abstract class Document {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "document_numbers")
    @SequenceGenerator(name = "document_numbers", sequenceName = "commerce.document_numbers", allocationSize = 20)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_id", nullable = false, updatable = false)
    private Order order;

    @CreatedAt
    @Column(name = "issued_at", nullable = false, updatable = false)
    private Instant issuedAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Document() {}

    @SuppressWarnings("NullAway.Init") // the time is filled when it is written
    protected Document(Order order) {
        this.order = Objects.requireNonNull(order, "order");
    }

    /** The key; there is none before the document was written. */
    public long id() {
        return Objects.requireNonNull(id, "a document has an id once it was written");
    }

    public Order order() {
        return order;
    }

    public Instant issuedAt() {
        return issuedAt;
    }
}
