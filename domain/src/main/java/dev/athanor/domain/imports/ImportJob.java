// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.imports;

import dev.athanor.annotations.Comment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file whose rows are taken one after the other. How far that is, any server reads here; it is raised by statements,
 * together with the rows that it tells of.
 */
@Entity
@Table(name = "job", schema = "imports")
public class ImportJob {
    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    @Comment("What the rows are: products, students")
    @Column(name = "kind", nullable = false, updatable = false)
    private String kind;

    @Comment("A user of the identity context, by the key")
    @Column(name = "owner_id", nullable = false, updatable = false)
    private long ownerId;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private ImportState state = ImportState.RUNNING;

    @Column(name = "accepted", nullable = false)
    private long accepted;

    @Column(name = "refused", nullable = false)
    private long refused;

    @Comment("Why it failed")
    @Column(name = "failure")
    private @Nullable String failure;

    @Comment("How often this was changed: the number of the event that tells of it")
    @Column(name = "step", nullable = false)
    private long step;

    @Column(name = "started_at", nullable = false, updatable = false)
    private Instant startedAt;

    @Comment("Long ago, while it runs: the server that did it is gone")
    @Column(name = "told_at", nullable = false)
    private Instant toldAt;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected ImportJob() {}

    public ImportJob(String kind, long ownerId, Instant now) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.ownerId = ownerId;
        this.startedAt = Objects.requireNonNull(now, "now");
        this.toldAt = now;
    }

    /** The key; there is none before the job was written. */
    public UUID id() {
        return Objects.requireNonNull(id, "a job has an id once it was written");
    }

    public String kind() {
        return kind;
    }

    public long ownerId() {
        return ownerId;
    }

    public ImportState state() {
        return state;
    }

    /** How many rows were taken. */
    public long accepted() {
        return accepted;
    }

    /** How many were not. */
    public long refused() {
        return refused;
    }

    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    public long step() {
        return step;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant toldAt() {
        return toldAt;
    }
}
