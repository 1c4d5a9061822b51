// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

import java.util.Objects;

/**
 * A column of a table. Immutable and thread-safe.
 *
 * @param table the table
 * @param column what it has
 */
public record TableColumn(QualifiedName table, Column column) implements SchemaObject {
    /** Has both. */
    public TableColumn {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(column, "column");
    }

    @Override
    public String description() {
        return "column " + table.name() + "." + column.name();
    }

    @Override
    public <R> R accept(SchemaVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
