// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain;

import dev.athanor.annotations.CreatedAt;
import dev.athanor.annotations.CreatedBy;
import dev.athanor.annotations.UpdatedAt;
import dev.athanor.annotations.UpdatedBy;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people edit: when and by whom it was made and last changed, and a version, so that nobody overwrites another.
 */
@MappedSuperclass
public abstract class Edited {
    @CreatedAt
    @Column(name = "created_at", nullable = false, updatable = false)
    private OffsetDateTime createdAt;

    @CreatedBy
    @Column(name = "created_by", updatable = false)
    private @Nullable String createdBy;

    @UpdatedAt
    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @UpdatedBy
    @Column(name = "updated_by")
    private @Nullable String updatedBy;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    /** Its times are filled when it is written. */
    @SuppressWarnings("NullAway.Init")
    protected Edited() {}

    public OffsetDateTime createdAt() {
        return createdAt;
    }

    public Optional<String> createdBy() {
        return Optional.ofNullable(createdBy);
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Optional<String> updatedBy() {
        return Optional.ofNullable(updatedBy);
    }

    public int version() {
        return version;
    }
}
