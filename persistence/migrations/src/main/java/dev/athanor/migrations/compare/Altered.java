// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.schema.SchemaObject;
import java.util.Objects;

/**
 * A column, a sequence, or what is said of a table, is changed in its place. Immutable and thread-safe.
 *
 * @param before as it was
 * @param after as it is then
 */
public record Altered(SchemaObject before, SchemaObject after) implements Change {
    /** Both are of one kind. */
    public Altered {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        if (before.getClass() != after.getClass()) {
            throw new IllegalArgumentException(before.description() + " cannot become " + after.description());
        }
    }

    @Override
    public String description() {
        return "change " + after.description();
    }

    @Override
    public Change inverse() {
        return new Altered(after, before);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
