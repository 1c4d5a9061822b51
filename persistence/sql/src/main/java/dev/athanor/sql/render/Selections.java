// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Ordering;
import dev.athanor.sql.tree.Ordinal;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Tail;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses clauses that do not go together. */
final class Selections {
    private Selections() {}

    /** What an expression refers to by its place. */
    static Expression resolved(Expression expression, Selection.Parts parts) {
        return expression instanceof Ordinal ordinal
                ? parts.selected().get(ordinal.position() - 1).unlabelled()
                : expression.unlabelled();
    }

    static void check(Selection.Parts parts) {
        lock(parts);
        distinctOn(parts);
        Set<String> names = new HashSet<>();
        parts.windows().forEach(window -> {
            if (!names.add(window.name().orElseThrow())) {
                throw refused("two windows are called \"" + window.name().orElseThrow() + "\"");
            }
        });
        if (parts.distinct() && !parts.distinctOn().isEmpty()) {
            throw refused("distinct() and distinctOn(…) cannot both be meant");
        }
    }

    /** Whether there is any clause but the values. */
    static boolean asksForRows(Selection.Parts parts) {
        return parts.where().isPresent()
                || !parts.groupBy().isEmpty()
                || parts.having().isPresent()
                || !parts.tail().equals(Tail.NONE);
    }

    private static void lock(Selection.Parts parts) {
        boolean single = parts.groupBy().isEmpty()
                && parts.having().isEmpty()
                && !parts.distinct()
                && parts.distinctOn().isEmpty();
        if (!parts.tail().locks().isEmpty() && !single) {
            throw refused("rows cannot be locked that are grouped or made distinct; lock them in a query of its own");
        }
    }

    private static void distinctOn(Selection.Parts parts) {
        List<Ordering> order = parts.tail().orderBy();
        int common = Math.min(parts.distinctOn().size(), order.size());
        for (Ordering ordering : order.subList(0, common)) {
            boolean matches = parts.distinctOn().stream().anyMatch(expression -> resolved(expression, parts)
                    .sameStructure(resolved(ordering.expression(), parts)));
            if (!matches) {
                throw refused("the order has to begin with what distinctOn(…) names");
            }
        }
    }

    private static SqlException refused(String message) {
        return new SqlException(SqlError.STATEMENT_INVALID, message);
    }
}
