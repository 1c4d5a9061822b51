// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.ledger;

import dev.athanor.annotations.Check;
import dev.athanor.annotations.TableIndex;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One side of a transfer: what an account is given, or, below zero, what is taken from it. Keys are drawn while the
 * account is locked, so they are in the order in which its balance changed.
 */
@Entity
@Table(name = "entry", schema = "ledger")
@Check(name = "entry_moves_something", value = "amount <> 0")
@TableIndex({"account_id", "id"})
@TableIndex("transfer_id")
public class Entry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "transfer_id", nullable = false, updatable = false)
    private Transfer transfer;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "account_id", nullable = false, updatable = false)
    private Account account;

    @Column(name = "amount", nullable = false, updatable = false, precision = Account.PRECISION, scale = Account.SCALE)
    private BigDecimal amount;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Entry() {}

    /** Books it, too. */
    Entry(Transfer transfer, Account account, BigDecimal amount) {
        this.transfer = Objects.requireNonNull(transfer, "transfer");
        this.account = Objects.requireNonNull(account, "account");
        this.amount = amount.setScale(Account.SCALE);
        account.book(this.amount);
    }

    public Transfer transfer() {
        return transfer;
    }

    public Account account() {
        return account;
    }

    public BigDecimal amount() {
        return amount;
    }
}
