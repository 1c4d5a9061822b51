// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

@Entity
@SuppressWarnings("NullAway.Init")
public class Purchase {
    @Id
    Long id;

    @ManyToOne(optional = false)
    RightPerson buyer;

    @Column(precision = 8, scale = 2, nullable = false)
    BigDecimal price;

    @Nullable
    Integer quantity;
}
