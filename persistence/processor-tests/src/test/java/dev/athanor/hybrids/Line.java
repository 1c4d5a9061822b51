// SPDX-License-Identifier: Apache-2.0
package dev.athanor.hybrids;

import dev.athanor.annotations.Hybrid;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;

/** What is in a basket. */
@Entity
@SuppressWarnings("NullAway.Init")
class Line {
    @Id
    Long id;

    @ManyToOne
    Basket basket;

    @Column(nullable = false, precision = 12, scale = 2)
    BigDecimal price;

    @Column(name = "pieces")
    int count;

    @Hybrid
    BigDecimal total() {
        return price.multiply(BigDecimal.valueOf(count));
    }

    @Hybrid
    boolean much() {
        return basket != null && basket.lines.size() > count;
    }
}
