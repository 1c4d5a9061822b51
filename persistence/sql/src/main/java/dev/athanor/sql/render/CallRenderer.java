// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Frame;
import dev.athanor.sql.tree.Over;
import dev.athanor.sql.tree.Window;
import java.util.Optional;
import java.util.Set;

/** Writes calls of functions, and the rows around one that some of them look at. */
final class CallRenderer {
    private static final Set<String> OF_A_PLACE = Set.of("percentile_cont", "percentile_disc", "mode");

    private final ExpressionRenderer expressions;
    private final Output out;

    CallRenderer(ExpressionRenderer expressions, Output out) {
        this.expressions = expressions;
        this.out = out;
    }

    Output write(Call call) {
        if (call.kind() == Call.Kind.WINDOW) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    call.function() + "(…) looks at the rows around one; say which by over(…)");
        }
        if (call.kind() != Call.Kind.AGGREGATE) {
            return call(call);
        }
        Paths paths = expressions.scope().paths();
        boolean ofGroups = paths.ofGroups(false);
        call(call);
        paths.ofGroups(ofGroups);
        return out;
    }

    private Output call(Call call) {
        out.append(call.function()).append("(").append(call.distinct() ? "distinct " : "");
        if (call.arguments().isEmpty() && call.function().equals("count")) {
            out.append("*");
        }
        out.list(call.arguments(), argument -> argument.accept(expressions));
        if (!call.orderBy().isEmpty()) {
            out.append(" order by ");
            out.list(call.orderBy(), expressions::ordering);
        }
        out.append(")");
        withinGroup(call);
        call.filter().ifPresent(filter -> {
            out.append(" filter (where ");
            filter.accept(expressions);
            out.append(")");
        });
        return out;
    }

    private void withinGroup(Call call) {
        if (call.withinGroup().isEmpty() && OF_A_PLACE.contains(call.function())) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    call.function() + "(…) is a place in an order; say in which by withinGroup(…)");
        }
        if (!call.withinGroup().isEmpty()) {
            out.append(" within group (order by ");
            out.list(call.withinGroup(), expressions::ordering);
            out.append(")");
        }
    }

    Output write(Over over) {
        call(over.call());
        out.append(" over ");
        Optional<String> name = over.window().name();
        if (name.isPresent()) {
            Window declared = expressions.scope().windows().get(name.get());
            if (declared == null || !declared.sameStructure(over.window())) {
                throw new SqlException(
                        SqlError.STATEMENT_INVALID,
                        "the window \"" + name.get()
                                + "\" is not one of the query's, or another of that name is; add it by window(…)");
            }
            return out.append(expressions.quoted(name.get()));
        }
        return window(over.window());
    }

    /** What a window is, in parentheses. */
    Output window(Window window) {
        out.append("(");
        String between = "";
        if (!window.partitionBy().isEmpty()) {
            out.append("partition by ");
            out.list(window.partitionBy(), expression -> expression.accept(expressions));
            between = " ";
        }
        if (!window.orderBy().isEmpty()) {
            out.append(between).append("order by ");
            out.list(window.orderBy(), expressions::ordering);
            between = " ";
        }
        if (window.frame().isPresent()) {
            out.append(between);
            frame(window.frame().get());
        }
        return out.append(")");
    }

    private void frame(Frame frame) {
        out.append(ExpressionRenderer.words(frame.unit())).append(" between ");
        bound(frame.from(), frame.fromOffset());
        out.append(" and ");
        bound(frame.to(), frame.toOffset());
        if (frame.exclusion() != Frame.Exclusion.NOTHING) {
            out.append(" exclude ").append(ExpressionRenderer.words(frame.exclusion()));
        }
    }

    private void bound(Frame.Bound bound, Optional<Expression> offset) {
        offset.ifPresent(distance -> {
            distance.accept(expressions);
            out.append(" ");
        });
        out.append(ExpressionRenderer.words(bound));
    }
}
