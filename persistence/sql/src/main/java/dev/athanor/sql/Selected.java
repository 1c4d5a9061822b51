// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.render.OutputNames;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Sameness;
import dev.athanor.sql.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The columns that a statement in the place of a table has. */
final class Selected {
    private final List<Expression> expressions;

    Selected(List<Expr<?>> expressions) {
        this.expressions = Select.nodes(expressions);
    }

    <X> X get(Kind<X> column, Source source) {
        String name = OutputNames.of(found(column.node(), source));
        if (name.isEmpty()) {
            throw new SqlException(
                    SqlError.LABEL_MISSING,
                    "a value that the query \"" + source.alias() + "\" selects has no name; give it one by as(…)");
        }
        if (matching(expression -> OutputNames.of(expression).equals(name)).size() > 1) {
            throw new SqlException(
                    SqlError.LABEL_MISSING,
                    "the query \"" + source.alias() + "\" selects several values called \"" + name
                            + "\"; give them different names by as(…)");
        }
        return column.kindred(new ColumnReference(source, name));
    }

    /** The selected expression itself; or one that is it but for a label; or one that comes from it. */
    private Expression found(Expression wanted, Source source) {
        for (Expression expression : expressions) {
            if (Sameness.same(expression, wanted)) {
                return expression;
            }
        }
        Expression plain = wanted.unlabelled();
        List<Expression> fitting = matching(expression -> Sameness.same(expression.unlabelled(), plain));
        if (fitting.isEmpty()) {
            fitting = matching(expression -> Sameness.same(Origin.of(expression), plain));
        }
        if (fitting.size() != 1) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "the query \"" + source.alias() + "\" "
                            + (fitting.isEmpty()
                                    ? "does not select this expression"
                                    : "selects this expression several times; ask for one by its name"));
        }
        return fitting.get(0);
    }

    private List<Expression> matching(Predicate<Expression> condition) {
        List<Expression> matching = new ArrayList<>();
        for (Expression expression : expressions) {
            if (condition.test(expression)) {
                matching.add(expression);
            }
        }
        return matching;
    }
}
