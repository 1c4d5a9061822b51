// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

import java.util.Objects;
import java.util.Optional;

/**
 * A sequence that is not a part of an identity column. Immutable and thread-safe.
 *
 * @param name the name
 * @param options how it counts
 * @param owner the column that it is dropped with, as of {@code serial}
 */
public record Sequence(QualifiedName name, SequenceOptions options, Optional<ColumnName> owner)
        implements SchemaObject {
    /** Has them all. */
    public Sequence {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(owner, "owner");
    }

    /** The same, not owned. */
    public Sequence unowned() {
        return new Sequence(name, options, Optional.empty());
    }

    @Override
    public String description() {
        return "sequence " + name.name();
    }

    @Override
    public <R> R accept(SchemaVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /** The same, with other names in it. */
    public Sequence following(NameChange names) {
        return new Sequence(
                names.sequence(name),
                options,
                owner.map(column ->
                        new ColumnName(names.table(column.table()), names.column(column.table(), column.name()))));
    }
}
