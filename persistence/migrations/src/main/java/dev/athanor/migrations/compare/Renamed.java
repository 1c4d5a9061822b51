// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.schema.SchemaObject;
import java.util.Objects;

/**
 * Something gets another name, and stays what it is. Immutable and thread-safe.
 *
 * @param before as it was
 * @param after as it is then
 */
public record Renamed(SchemaObject before, SchemaObject after) implements Change {
    /** Both are of one kind. */
    public Renamed {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        if (before.getClass() != after.getClass()) {
            throw new IllegalArgumentException(before.description() + " cannot become " + after.description());
        }
    }

    @Override
    public String description() {
        return "rename " + before.description() + " to " + after.description();
    }

    @Override
    public Change inverse() {
        return new Renamed(after, before);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
