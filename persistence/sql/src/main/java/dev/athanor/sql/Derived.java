// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.DerivedSource;

/** A query in the place of a table. Immutable and thread-safe. */
public final class Derived implements Relation {
    private final DerivedSource source;
    private final Selected selected;

    Derived(Query<?> query, String alias, boolean lateral) {
        this.source = new DerivedSource(query.embedded(), alias, lateral);
        this.selected = new Selected(query.selected());
    }

    /** A column of it: the one that the query selects as this expression, and of the same kind. */
    public <X> X get(Kind<X> column) {
        return selected.get(column, source);
    }

    @Override
    public DerivedSource source() {
        return source;
    }
}
