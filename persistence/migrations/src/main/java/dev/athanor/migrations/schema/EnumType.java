// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

import java.util.List;
import java.util.Objects;

/**
 * An enumeration of the database's own. Immutable and thread-safe.
 *
 * @param name the name
 * @param values the values, in their order
 */
public record EnumType(QualifiedName name, List<String> values) implements SchemaObject {
    /** Keeps a copy. */
    public EnumType {
        Objects.requireNonNull(name, "name");
        values = List.copyOf(values);
    }

    @Override
    public String description() {
        return "enum " + name.name();
    }

    @Override
    public <R> R accept(SchemaVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
