// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

import java.util.Objects;

/**
 * An extension that is installed, in whatever version. Immutable and thread-safe.
 *
 * @param name the name
 */
public record Extension(String name) implements SchemaObject {
    /** Has a name. */
    public Extension {
        Objects.requireNonNull(name, "name");
    }

    @Override
    public String description() {
        return "extension " + name;
    }

    @Override
    public <R> R accept(SchemaVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
