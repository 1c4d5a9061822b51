// SPDX-License-Identifier: Apache-2.0
package dev.athanor.hybrids;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import java.math.BigDecimal;

/** That a basket is paid for. */
@Entity
@SuppressWarnings("NullAway.Init")
class Receipt {
    @Id
    Long id;

    @OneToOne
    Basket basket;

    @Column(nullable = false, precision = 12, scale = 2)
    BigDecimal amount;
}
