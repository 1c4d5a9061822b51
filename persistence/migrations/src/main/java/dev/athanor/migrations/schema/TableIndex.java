// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

import java.util.Objects;

/**
 * An index of a table. Immutable and thread-safe.
 *
 * @param table the table
 * @param index what it has
 */
public record TableIndex(QualifiedName table, Index index) implements SchemaObject {
    /** Has both. */
    public TableIndex {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(index, "index");
    }

    @Override
    public String description() {
        return "index " + index.name() + " of " + table.name();
    }

    @Override
    public <R> R accept(SchemaVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
