// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.imports;

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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something that is wrong with a row of an import. */
@Entity
@Table(name = "refusal", schema = "imports")
@TableIndex("job_id")
public class ImportRefusal {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "job_id", updatable = false)
    private ImportJob job;

    @Column(name = "line", nullable = false, updatable = false)
    private long line;

    @Column(name = "pointer", nullable = false, updatable = false)
    private String pointer;

    @Column(name = "message", nullable = false, updatable = false)
    private String message;

    /** For JPA. */
    @SuppressWarnings("NullAway.Init")
    protected ImportRefusal() {}

    public ImportRefusal(ImportJob job, long line, String pointer, String message) {
        this.job = Objects.requireNonNull(job, "job");
        this.line = line;
        this.pointer = Objects.requireNonNull(pointer, "pointer");
        this.message = Objects.requireNonNull(message, "message");
    }

    /** The key; there is none before this was written. */
    public long id() {
        return Objects.requireNonNull(id, "a refusal has an id once it was written");
    }

    public ImportJob job() {
        return job;
    }

    /** The line of the file, from 1. */
    public long line() {
        return line;
    }

    /** Where in the row, as a JSON pointer. */
    public String pointer() {
        return pointer;
    }

    public String message() {
        return message;
    }
}
