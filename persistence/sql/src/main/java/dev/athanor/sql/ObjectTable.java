// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Source;

/**
 * A table made of objects; see {@link Tables#values} and {@link Tables#unnest}. Immutable and thread-safe.
 *
 * @param <E> the objects
 */
public final class ObjectTable<E> implements Relation {
    private final Source source;

    ObjectTable(Source source) {
        this.source = source;
    }

    /** The column of a field. */
    public <T, X extends Expr<T>> X get(Field<E, T, X> field) {
        return field.type().of(new ColumnReference(source, field.name()));
    }

    @Override
    public Source source() {
        return source;
    }
}
