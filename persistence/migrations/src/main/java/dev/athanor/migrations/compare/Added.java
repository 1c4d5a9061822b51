// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.schema.SchemaObject;
import java.util.Objects;

/**
 * Something is made. Immutable and thread-safe.
 *
 * @param object what
 */
public record Added(SchemaObject object) implements Change {
    /** Has it. */
    public Added {
        Objects.requireNonNull(object, "object");
    }

    @Override
    public String description() {
        return "add " + object.description();
    }

    @Override
    public Change inverse() {
        return new Removed(object);
    }

    @Override
    public <R> R accept(ChangeVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
