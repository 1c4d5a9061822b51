// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.schema.SchemaObject;
import java.util.Objects;

/**
 * Something is dropped. Immutable and thread-safe.
 *
 * @param object what, as it was
 */
public record Removed(SchemaObject object) implements Change {
    /** Has it. */
    public Removed {
        Objects.requireNonNull(object, "object");
    }

    @Override
    public String description() {
        return "drop " + object.description();
    }

    @Override
    public Change inverse() {
        return new Added(object);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
