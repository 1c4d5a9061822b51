// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import dev.athanor.annotations.Audited;
import dev.athanor.annotations.CreatedAt;
import dev.athanor.annotations.CreatedBy;
import dev.athanor.annotations.Masked;
import dev.athanor.annotations.UpdatedAt;
import dev.athanor.annotations.UpdatedBy;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Whose changes are noted. */
// region audited
@Entity
@Audited
public class Invoice {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    private @Nullable BigDecimal amount;

    @Masked
    private @Nullable String account;

    @ManyToOne(fetch = FetchType.LAZY)
    private @Nullable Author author;

    @CreatedAt
    private @Nullable OffsetDateTime created;

    @CreatedBy
    private @Nullable String creator;

    @UpdatedAt
    private @Nullable LocalDateTime updated;

    @UpdatedBy
    private @Nullable String updater;
    // endregion

    @Embedded
    private @Nullable Seal seal;

    protected Invoice() {}

    public Invoice(String amount, @Nullable String account) {
        this.amount = new BigDecimal(amount);
        this.account = account;
    }

    public @Nullable Long id() {
        return id;
    }

    public @Nullable BigDecimal amount() {
        return amount;
    }

    public @Nullable OffsetDateTime created() {
        return created;
    }

    public @Nullable String creator() {
        return creator;
    }

    public @Nullable LocalDateTime updated() {
        return updated;
    }

    public @Nullable String updater() {
        return updater;
    }

    public @Nullable String account() {
        return account;
    }

    public @Nullable Author author() {
        return author;
    }

    public @Nullable Seal seal() {
        return seal;
    }

    public void charge(String other) {
        this.amount = new BigDecimal(other);
    }

    public void pay(@Nullable String from, @Nullable Author by) {
        this.account = from;
        this.author = by;
    }
}
