// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.commerce;

import dev.athanor.annotations.Comment;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the shop promises of a product, as far as it does. A value. */
@Embeddable
public class Promises {
    @Column(name = "warranty_months")
    private @Nullable Short warrantyMonths;

    @Comment("What is ordered before leaves on the same day")
    @Column(name = "dispatched_until")
    private @Nullable LocalTime dispatchedUntil;

    @Comment("By the clock of the shop")
    @Column(name = "promoted_until")
    private @Nullable LocalDateTime promotedUntil;

    @Comment("How long it takes to have more of it")
    @Column(name = "lead_time")
    private @Nullable Duration leadTime;

    /** For JPA. */
    protected Promises() {}

    public Promises(
            @Nullable Short warrantyMonths,
            @Nullable LocalTime dispatchedUntil,
            @Nullable LocalDateTime promotedUntil,
            @Nullable Duration leadTime) {
        this.warrantyMonths = warrantyMonths;
        this.dispatchedUntil = dispatchedUntil;
        this.promotedUntil = promotedUntil;
        this.leadTime = leadTime;
    }

    public Optional<Short> warrantyMonths() {
        return Optional.ofNullable(warrantyMonths);
    }

    public Optional<LocalTime> dispatchedUntil() {
        return Optional.ofNullable(dispatchedUntil);
    }

    public Optional<LocalDateTime> promotedUntil() {
        return Optional.ofNullable(promotedUntil);
    }

    public Optional<Duration> leadTime() {
        return Optional.ofNullable(leadTime);
    }
}
