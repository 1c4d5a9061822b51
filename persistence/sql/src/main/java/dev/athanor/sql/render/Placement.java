// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Node;
import dev.athanor.sql.tree.Over;
import dev.athanor.sql.tree.Subquery;
import java.util.List;
import java.util.function.Consumer;

/** Refuses aggregates and window functions in clauses that are applied before these have values. */
final class Placement implements Consumer<Node> {
    private final String clause;
    private final boolean aggregates;
    private final Scope scope;

    private Placement(String clause, boolean aggregates, Scope scope) {
        this.clause = clause;
        this.aggregates = aggregates;
        this.scope = scope;
    }

    /** Refuses both. */
    static void ofRows(Expression expression, String clause, Scope scope) {
        new Placement(clause, false, scope).accept(expression);
    }

    /** Refuses window functions. */
    static void ofGroups(Expression expression, String clause, Scope scope) {
        new Placement(clause, true, scope).accept(expression);
    }

    /** Refuses aggregates of no rows at all, which would silently be of one. */
    static void withoutRows(List<Expression> selected) {
        selected.forEach(Placement::check);
    }

    private static void check(Node node) {
        if (node instanceof Call call && call.kind() == Call.Kind.AGGREGATE) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    call.function() + "(…) has no rows to look at; name a source in from(…)");
        }
        if (!(node instanceof Subquery)) {
            node.forEachPart(Placement::check);
        }
    }

    @Override
    public void accept(Node node) {
        if (node instanceof Over over) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "the window function " + over.call().function() + "(…) is used in " + clause
                            + ", which comes before windows; select it in a query of its own and use that as a table");
        }
        if (node instanceof Call call && call.kind() == Call.Kind.AGGREGATE && !aggregates && ours(call)) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "the aggregate " + call.function() + "(…) is used in " + clause
                            + ", which comes before groups; use having(…), or a query of its own");
        }
        if (!(node instanceof Subquery)) {
            node.forEachPart(this);
        }
    }

    /** Whether it is about this statement's rows, and not about those of one around it. */
    private boolean ours(Call call) {
        Columns columns = new Columns(scope);
        call.forEachPart(columns);
        return columns.own || !columns.any;
    }

    /** Looks for columns. */
    private static final class Columns implements Consumer<Node> {
        private final Scope scope;
        private boolean own;
        private boolean any;

        Columns(Scope scope) {
            this.scope = scope;
        }

        @Override
        public void accept(Node node) {
            if (node instanceof ColumnReference column) {
                any = true;
                own |= scope.has(column.source());
            }
            node.forEachPart(this);
        }
    }
}
