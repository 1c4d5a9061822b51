// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Deletion;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A delete. A value: every step gives a new one. Immutable and thread-safe.
 *
 * <pre>{@code delete(b).using(a).where(b.authorId.eq(a.id), a.name.eq("Lem")).returning(b.id)}</pre>
 */
public final class Delete extends Change {
    private final Table table;
    private final List<dev.athanor.sql.tree.CommonTable> with;
    private final List<Source> using;
    private final Optional<Expression> where;

    private Delete(
            Table table,
            List<dev.athanor.sql.tree.CommonTable> with,
            List<Source> using,
            Optional<Expression> where,
            Parameters parameters) {
        super(parameters);
        this.table = table;
        this.with = with;
        this.using = using;
        this.where = where;
    }

    static Delete from(Table table) {
        return new Delete(table, List.of(), List.of(), Optional.empty(), Parameters.NONE);
    }

    /** With other sources. A table has to be connected by a condition; a query may be of one row. */
    public Delete using(Relation... relations) {
        List<Source> sources = new ArrayList<>(using);
        for (Relation relation : relations) {
            sources.add(relation.source());
        }
        return new Delete(table, with, sources, where, parameters());
    }

    /** Only rows of which all these hold, and those said before. */
    public Delete where(Condition... conditions) {
        return new Delete(table, with, using, Select.all(where, conditions), parameters());
    }

    /** With a statement that runs although the delete may not use its rows. */
    public Delete with(CommonTable common) {
        return new Delete(table, Clauses.plus(with, common.node()), using, where, parameters());
    }

    @Override
    public Delete bind(String name, @Nullable Object value) {
        return new Delete(table, with, using, where, bound(name, value));
    }

    @Override
    Deletion node(List<Expression> returning) {
        return new Deletion(with, new Deletion.Parts(table.target(), using, where, returning));
    }
}
