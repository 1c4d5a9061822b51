// SPDX-License-Identifier: Apache-2.0
package dev.athanor.hybrids.tutorial;

import dev.athanor.annotations.Hybrid;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

// region invoice
@Entity
@SuppressWarnings({"NullAway.Init", "JavaTimeDefaultTimeZone"})
class Invoice {
    enum State {
        OPEN,
        PAID,
        CANCELLED
    }

    @Id
    Long id;

    @ManyToOne
    Customer customer;

    @OneToMany(mappedBy = "invoice")
    List<InvoiceLine> lines = new ArrayList<>();

    @Enumerated(EnumType.STRING)
    State state;

    LocalDate due;

    @Column(precision = 12, scale = 2)
    BigDecimal shipping;

    @Hybrid
    BigDecimal total() {
        return lines.stream().map(InvoiceLine::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Hybrid
    boolean isOverdue() {
        return state == State.OPEN && due.isBefore(LocalDate.now());
    }

    @Hybrid
    String addressee() {
        return customer.fullName();
    }
    // endregion

    // region stored
    @Hybrid(stored = true, column = "shipping_tax")
    BigDecimal shippingTax() {
        return shipping.multiply(new BigDecimal("0.21")).setScale(2, RoundingMode.HALF_UP);
    }
    // endregion
}
