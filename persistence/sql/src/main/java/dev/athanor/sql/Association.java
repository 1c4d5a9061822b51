// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import java.util.Objects;

/**
 * A relation of entities, as a generated table has it: joins follow it, and loading names it. Immutable and
 * thread-safe.
 *
 * @param <S> the entities that have it
 * @param <Q> the table it leads to
 */
public abstract class Association<S, Q extends Table> implements Path<Q> {
    private final Class<S> owner;
    private final String attribute;
    private final Path<? super Q> path;

    Association(Class<S> owner, String attribute, Path<? super Q> path) {
        this.owner = Objects.requireNonNull(owner, "owner");
        this.attribute = Objects.requireNonNull(attribute, "attribute");
        this.path = Objects.requireNonNull(path, "path");
    }

    /** The class of the entities that have it. */
    public final Class<S> owner() {
        return owner;
    }

    /** The attribute that it is. */
    public final String attribute() {
        return attribute;
    }

    @Override
    public final Condition on(Q target) {
        return path.on(target);
    }

    @Override
    public final Relation joined(Q target) {
        return path.joined(target);
    }

    final Path<? super Q> path() {
        return path;
    }

    @Override
    public final String toString() {
        return owner.getSimpleName() + "." + attribute;
    }
}
