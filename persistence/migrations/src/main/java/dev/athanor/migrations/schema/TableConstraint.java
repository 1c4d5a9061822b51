// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

import java.util.Objects;

/**
 * A key or another constraint of a table. Immutable and thread-safe.
 *
 * @param table the table
 * @param constraint what it has
 */
public record TableConstraint(QualifiedName table, Constraint constraint) implements SchemaObject {
    /** Has both. */
    public TableConstraint {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(constraint, "constraint");
    }

    @Override
    public String description() {
        return constraint.kind() + " " + constraint.name() + " of " + table.name();
    }

    @Override
    public <R> R accept(SchemaVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
