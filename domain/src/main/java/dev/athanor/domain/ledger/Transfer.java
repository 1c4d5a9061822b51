// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.ledger;

import dev.athanor.annotations.Comment;
import dev.athanor.annotations.CreatedAt;
import dev.athanor.annotations.CreatedBy;
import dev.athanor.annotations.Hybrid;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money that goes from one account to another. Never changed: what was wrong is transferred back. */
@Entity
@Table(
        name = "transfer",
        schema = "ledger",
        uniqueConstraints = @UniqueConstraint(name = "transfer_request_key_unique", columnNames = "request_key"))
public class Transfer {
    public static final int REFERENCE_LENGTH = 140;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Comment("Given by whoever asks for the transfer, so that asking twice transfers once")
    @Column(name = "request_key", nullable = false, updatable = false)
    private UUID requestKey;

    @Column(name = "reference", nullable = false, updatable = false, length = REFERENCE_LENGTH)
    private String reference;

    @OneToMany(mappedBy = "transfer", cascade = CascadeType.PERSIST)
    @OrderBy("id")
    private List<Entry> entries = new ArrayList<>();

    @CreatedAt
    @Column(name = "booked_at", nullable = false, updatable = false)
    private Instant bookedAt;

    @CreatedBy
    @Column(name = "booked_by", updatable = false)
    private @Nullable String bookedBy;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected Transfer() {}

    @SuppressWarnings("NullAway.Init") // the time is filled when it is written
    private Transfer(UUID requestKey, String reference) {
        this.requestKey = Objects.requireNonNull(requestKey, "requestKey");
        this.reference = Objects.requireNonNull(reference, "reference");
    }

    /**
     * Books an amount out of one account and into another, of the same currency.
     *
     * @throws IllegalArgumentException if the accounts differ in currency, or the amount is not positive
     * @throws IllegalStateException if the account does not cover it
     */
    public static Transfer book(UUID requestKey, Account from, Account to, BigDecimal amount, String reference) {
        if (amount.signum() <= 0 || !from.currency().equals(to.currency())) {
            throw new IllegalArgumentException("only a positive amount, between accounts of one currency");
        }
        Transfer transfer = new Transfer(requestKey, reference);
        transfer.entries.add(new Entry(transfer, from, amount.negate()));
        transfer.entries.add(new Entry(transfer, to, amount));
        return transfer;
    }

    /** How much it moves. */
    @Hybrid
    public BigDecimal amount() {
        return entries.stream()
                .map(Entry::amount)
                .filter(amount -> amount.signum() > 0)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Where it comes from. */
    public Account from() {
        return side(-1);
    }

    /** Where it goes to. */
    public Account to() {
        return side(1);
    }

    private Account side(int sign) {
        return entries.stream()
                .filter(entry -> entry.amount().signum() == sign)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("transfer " + id + " has one side only"))
                .account();
    }

    public UUID requestKey() {
        return requestKey;
    }

    public String reference() {
        return reference;
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    public Instant bookedAt() {
        return bookedAt;
    }

    public Optional<String> bookedBy() {
        return Optional.ofNullable(bookedBy);
    }
}
