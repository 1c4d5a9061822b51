// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.DerivedSource;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Labelled;
import dev.athanor.sql.tree.Query;
import java.util.List;

/** A query in the place of a table. Immutable and thread-safe. */
public final class Derived implements Relation {
    private final DerivedSource source;
    private final List<Expr<?>> selected;

    Derived(Query query, String alias, boolean lateral, List<Expr<?>> selected) {
        this.source = new DerivedSource(query, alias, lateral);
        this.selected = selected;
    }

    /** A column of it: the one that the query selects as this expression, and of the same kind. */
    @SuppressWarnings("unchecked") // at(…) gives the class it is called on
    public <X extends Expr<?>> X get(X column) {
        for (Expr<?> expression : selected) {
            if (expression.node().sameStructure(column.node())) {
                return (X) column.at(new ColumnReference(source, nameOf(expression.node())));
            }
        }
        throw new SqlException(
                SqlError.STATEMENT_INVALID, "the query \"" + source.alias() + "\" does not select this expression");
    }

    private String nameOf(Expression expression) {
        if (expression instanceof Labelled labelled) {
            return labelled.label();
        }
        if (expression instanceof ColumnReference column) {
            return column.name();
        }
        throw new SqlException(
                SqlError.LABEL_MISSING,
                "a value that the query \"" + source.alias() + "\" selects has no name; give it one by as(…)");
    }

    @Override
    public DerivedSource source() {
        return source;
    }
}
