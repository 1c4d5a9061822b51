// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Node;
import dev.athanor.sql.tree.Over;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Subquery;

/**
 * Refuses values and conditions that would mean something else where their row is joined than in a query of its own.
 */
record Joinable(Source target) {
    void check(Expression value, Expression condition) {
        if (looksAtRows(value)) {
            throw refused("one(…) is a value of one row; use value(…) for an aggregate of those it leads to");
        }
        if (holdsValues(condition)) {
            throw refused("the condition of a relation holds a value, of which a join can have but one; write it by"
                    + " inline(…), or use value(…)");
        }
        if (!leadsFromElsewhere(condition)) {
            throw refused("the relation's owner and what it leads to are both called \"" + target.alias()
                    + "\"; give the latter another alias");
        }
    }

    private static boolean looksAtRows(Node node) {
        boolean[] found = {node instanceof Over || (node instanceof Call call && call.kind() == Call.Kind.AGGREGATE)};
        if (!(node instanceof Subquery)) {
            node.forEachPart(part -> found[0] |= looksAtRows(part));
        }
        return found[0];
    }

    private static boolean holdsValues(Node node) {
        boolean[] found = {node instanceof Bind};
        node.forEachPart(part -> found[0] |= holdsValues(part));
        return found[0];
    }

    private boolean leadsFromElsewhere(Node node) {
        boolean[] found = {
            node instanceof ColumnReference column
                    && !column.source().declared().alias().equals(target.alias())
        };
        node.forEachPart(part -> found[0] |= leadsFromElsewhere(part));
        return found[0];
    }

    private static SqlException refused(String message) {
        return new SqlException(SqlError.STATEMENT_INVALID, message);
    }
}
