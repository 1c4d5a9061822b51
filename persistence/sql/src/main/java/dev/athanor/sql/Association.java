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

    Association(Class<S> owner, String attribute) {
        this.owner = Objects.requireNonNull(owner, "owner");
        this.attribute = Objects.requireNonNull(attribute, "attribute");
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
    public final String toString() {
        return owner.getSimpleName() + "." + attribute;
    }
}
