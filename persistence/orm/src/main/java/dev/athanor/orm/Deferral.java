// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import dev.athanor.sql.Column;
import dev.athanor.sql.Option;
import dev.athanor.sql.tree.ColumnReference;
import java.util.ArrayList;
import java.util.List;

/**
 * Which columns of entities are read at once, and which when their attributes are first used. Immutable and
 * thread-safe.
 *
 * <pre>{@code select(art).options(only(art.id, art.title), selectin(art.comments).then(defer(c.text)))}</pre>
 */
public final class Deferral implements Option<Object> {
    private final boolean only;
    private final List<ColumnReference> columns;
    private final boolean refused;

    private Deferral(boolean only, List<ColumnReference> columns, boolean refused) {
        this.only = only;
        this.columns = columns;
        this.refused = refused;
    }

    static Deferral of(boolean only, Column<?>... columns) {
        List<ColumnReference> references = new ArrayList<>();
        for (Column<?> column : columns) {
            references.add((ColumnReference) column.expression().node());
        }
        return new Deferral(only, List.copyOf(references), false);
    }

    /** The same; to use what is not read is an error. */
    public Deferral raising() {
        return new Deferral(only, columns, true);
    }

    /** Whether the columns are those to read, not those to leave. */
    public boolean isOnly() {
        return only;
    }

    /** The columns. */
    public List<ColumnReference> columns() {
        return columns;
    }

    /** Whether using what is not read is an error. */
    public boolean isRaising() {
        return refused;
    }
}
