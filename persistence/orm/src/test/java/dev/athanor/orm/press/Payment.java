// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.ManyToOne;
import java.math.BigDecimal;

/** All classes in one table. */
@Entity
@Inheritance
@DiscriminatorColumn(name = "kind")
public abstract class Payment {
    @Id
    private Long id;

    private BigDecimal amount;

    @ManyToOne(fetch = FetchType.LAZY)
    private Author author;

    protected Payment() {}

    protected Payment(long id, BigDecimal amount) {
        this.id = id;
        this.amount = amount;
    }

    public Long id() {
        return id;
    }

    public BigDecimal amount() {
        return amount;
    }

    public void correct(BigDecimal newAmount) {
        amount = newAmount;
    }

    public void payTo(Author other) {
        author = other;
    }

    public Author author() {
        return author;
    }
}
