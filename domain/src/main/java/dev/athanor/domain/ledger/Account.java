// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.ledger;

import dev.athanor.annotations.Check;
import dev.athanor.annotations.Comment;
import dev.athanor.annotations.CreatedAt;
import dev.athanor.annotations.Hybrid;
import dev.athanor.domain.CurrencyConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has, or owes, in one currency. Its balance is the sum of its entries, kept so that it can be locked.
 */
@Entity
@Table(name = "account", schema = "ledger", indexes = @Index(columnList = "owner_id"))
@Check(name = "account_covered", value = "overdraft or balance >= 0")
public class Account {
    public static final int NAME_LENGTH = 100;
    /** Of amounts: digits in all, and after the point. */
    public static final int PRECISION = 19;

    public static final int SCALE = 4;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "name", nullable = false, length = NAME_LENGTH)
    private String name;

    @Comment("A user of the identity context, by the key; none of the house's own")
    @Column(name = "owner_id", updatable = false)
    private @Nullable Long ownerId;

    @Convert(converter = CurrencyConverter.class)
    @Column(name = "currency", nullable = false, updatable = false, length = CurrencyConverter.LENGTH)
    private Currency currency;

    @Comment("Whether the balance may be negative")
    @Column(name = "overdraft", nullable = false)
    private boolean overdraft;

    @Column(name = "balance", nullable = false, precision = PRECISION, scale = SCALE)
    private BigDecimal balance;

    @CreatedAt
    @Column(name = "opened_at", nullable = false, updatable = false)
    private Instant openedAt;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    /** A new account of the house, with nothing on it. */
    public Account(String name, Currency currency, boolean overdraft) {
        this(name, currency, overdraft, null);
    }

    /** A new account of a user, with nothing on it. */
    @SuppressWarnings("NullAway.Init") // the time is filled when it is written
    public Account(String name, Currency currency, boolean overdraft, @Nullable Long ownerId) {
        this.ownerId = ownerId;
        this.name = Objects.requireNonNull(name, "name");
        this.currency = Objects.requireNonNull(currency, "currency");
        this.overdraft = overdraft;
        this.balance = BigDecimal.ZERO.setScale(SCALE);
    }

    /** Whether so much can be taken from it. */
    // region covers
    @Hybrid
    public boolean covers(BigDecimal amount) {
        return overdraft || balance.compareTo(amount) >= 0;
    }
    // endregion

    /** Whether the balance can be kept that this amount would make, above or below zero. */
    public boolean canTake(BigDecimal amount) {
        BigDecimal after = balance.add(amount);
        return after.precision() - after.scale() <= PRECISION - SCALE;
    }

    /** Whether it owes something. */
    @Hybrid
    public boolean isOverdrawn() {
        return balance.signum() < 0;
    }

    /** By an entry, of a transfer that books both sides. */
    void book(BigDecimal amount) {
        if (amount.signum() < 0 && !covers(amount.negate())) {
            throw new IllegalStateException("account " + id + " does not cover " + amount.negate());
        }
        balance = balance.add(amount);
    }

    /** The key; there is none before the account was written. */
    public long id() {
        return Objects.requireNonNull(id, "an account has an id once it was written");
    }

    public String name() {
        return name;
    }

    /** The user whose it is, unless it is the house's. */
    public Optional<Long> ownerId() {
        return Optional.ofNullable(ownerId);
    }

    public Currency currency() {
        return currency;
    }

    public boolean overdraft() {
        return overdraft;
    }

    public BigDecimal balance() {
        return balance;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public int version() {
        return version;
    }
}
