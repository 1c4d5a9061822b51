// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

import java.util.Objects;

/**
 * A schema, by its name. Immutable and thread-safe.
 *
 * @param name the name
 */
public record NamedSchema(String name) implements SchemaObject {
    /** Has a name. */
    public NamedSchema {
        Objects.requireNonNull(name, "name");
    }

    @Override
    public String description() {
        return "schema " + name;
    }

    @Override
    public <R> R accept(SchemaVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
