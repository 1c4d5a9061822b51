// SPDX-License-Identifier: Apache-2.0
package dev.athanor.hybrids.tutorial;

import dev.athanor.annotations.Hybrid;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;

// region line
@Entity
@SuppressWarnings("NullAway.Init")
class InvoiceLine {
    @Id
    Long id;

    @ManyToOne
    Invoice invoice;

    @Column(precision = 12, scale = 2)
    BigDecimal unitPrice;

    int quantity;

    @Hybrid
    BigDecimal total() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }
}
// endregion
