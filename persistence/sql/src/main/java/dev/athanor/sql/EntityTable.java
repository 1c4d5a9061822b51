// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The table, or the tables, that the entities of a class are kept in: what generated tables extend. Immutable and
 * thread-safe.
 *
 * @param <E> the class of the entities
 */
public abstract class EntityTable<E> extends GeneratedTable {
    private final Class<E> entityType;
    private final Optional<Discriminator> discriminator;

    /**
     * Where entities are kept.
     *
     * @param overrides the columns of attributes, by their paths, that have others than their own classes give them
     */
    protected EntityTable(Class<E> entityType, Kept kept, String alias, Map<String, String> overrides) {
        super(kept, alias, overrides);
        this.entityType = Objects.requireNonNull(entityType, "entityType");
        this.discriminator = kept.discriminator();
    }

    /** The class of the entities. */
    public final Class<E> entityType() {
        return entityType;
    }

    /** What tells the class of a row, if the table has rows of several. */
    public final Optional<Discriminator> discriminator() {
        return discriminator;
    }

    /** What the database keeps of hybrids. */
    public List<Computed<?>> computed() {
        return List.of();
    }
}
