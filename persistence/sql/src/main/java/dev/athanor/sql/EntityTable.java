// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import java.util.Map;
import java.util.Objects;

/**
 * The table, or the tables, that the entities of a class are kept in: what generated tables extend. Immutable and
 * thread-safe.
 *
 * @param <E> the class of the entities
 */
public abstract class EntityTable<E> extends Table {
    private final Class<E> entityType;
    private final Columns made;

    /**
     * Where entities are kept.
     *
     * @param overrides the columns of attributes, by their paths, that have others than their own classes give them
     */
    @SuppressWarnings("this-escape") // columns are made for this table, which they do not look into
    protected EntityTable(Class<E> entityType, Kept kept, String alias, Map<String, String> overrides) {
        super(kept.source(alias));
        this.entityType = Objects.requireNonNull(entityType, "entityType");
        this.made = Columns.of(this, overrides);
    }

    /** The class of the entities. */
    public final Class<E> entityType() {
        return entityType;
    }

    /** What makes the columns. */
    protected final Columns made() {
        return made;
    }
}
