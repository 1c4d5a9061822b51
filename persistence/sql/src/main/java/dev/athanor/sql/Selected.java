// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.render.OutputNames;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Source;
import java.util.List;

/** The columns that a statement in the place of a table has. */
final class Selected {
    private final List<Expr<?>> expressions;

    Selected(List<Expr<?>> expressions) {
        this.expressions = expressions;
    }

    <X> X get(Kind<X> column, Source source) {
        for (Expr<?> expression : expressions) {
            if (matches(expression.node(), column.node())) {
                return column.kindred(new ColumnReference(source, name(expression.node(), source)));
            }
        }
        throw new SqlException(
                SqlError.STATEMENT_INVALID, "the query \"" + source.alias() + "\" does not select this expression");
    }

    /** Also without the label, if only one of them has it. */
    private static boolean matches(Expression selected, Expression wanted) {
        return Sameness.same(selected, wanted)
                || (selected != selected.unlabelled() && selected.unlabelled() == wanted);
    }

    private static String name(Expression expression, Source source) {
        String name = OutputNames.of(expression);
        if (name.isEmpty()) {
            throw new SqlException(
                    SqlError.LABEL_MISSING,
                    "a value that the query \"" + source.alias() + "\" selects has no name; give it one by as(…)");
        }
        return name;
    }
}
