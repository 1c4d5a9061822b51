// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import java.util.Map;

/** A table that is generated: its columns are made by {@link Columns}. Immutable and thread-safe. */
public abstract class GeneratedTable extends Table {
    private final Columns made;

    /**
     * A table.
     *
     * @param overrides the columns of attributes, by their paths, that have others than their own classes give them
     */
    @SuppressWarnings("this-escape") // columns are made for this table, which they do not look into
    protected GeneratedTable(Kept kept, String alias, Map<String, String> overrides) {
        super(kept.source(alias));
        this.made = Columns.of(this, overrides);
    }

    /** What makes the columns. */
    protected final Columns made() {
        return made;
    }
}
