// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.Cast;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Labelled;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Over;
import dev.athanor.sql.tree.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An expression that can make others of its own kind: the name of a number refers to a number. {@link #over},
 * {@link #filter}, {@link #orderedBy} and {@link #withinGroup} belong to functions and refuse anything else.
 *
 * @param <X> the kind
 */
public interface Kind<X> {
    /** The part of the tree that this is a face of. */
    Expression node();

    /** Another expression of this kind and type. */
    X kindred(Expression node);

    /** The same under a name of its own, by which the order and outer queries refer to it. */
    default X as(String label) {
        return kindred(new Labelled(node().unlabelled(), label));
    }

    /** Of an aggregate or window function: its value over the rows around each row, which stay apart. */
    default X over(Windowing window) {
        return rebuilt("over", call -> new Over(countingAll(call), window.node()));
    }

    /** Of an aggregate or window function: its value over all rows, which stay apart. */
    default X over() {
        Window all = new Window(Optional.empty(), List.of(), List.of(), Optional.empty());
        return rebuilt("over", call -> new Over(countingAll(call), all));
    }

    /** Of an aggregate: over those rows only of which all these hold. */
    default X filter(Condition... conditions) {
        return rebuilt("filter", call -> {
            if (conditions.length == 0) {
                return call;
            }
            List<Expression> all = new ArrayList<>();
            call.filter().ifPresent(all::add);
            for (Condition condition : conditions) {
                all.add(condition.node());
            }
            return call.filter(Condition.chain(Operator.AND, all));
        });
    }

    /** Of an aggregate: taking the values in this order. */
    default X orderedBy(Order... orders) {
        return rebuilt("orderedBy", call -> call.orderBy(Order.unlabelled(orders)));
    }

    /** Of an aggregate of a place in an order, as a percentile is: this order. */
    default X withinGroup(Order... orders) {
        return rebuilt("withinGroup", call -> call.withinGroup(Order.unlabelled(orders)));
    }

    private static Call countingAll(Call call) {
        if (call.distinct()) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    call.function() + "(…) of different values cannot be over a window; group in a query of its own");
        }
        return call;
    }

    private X rebuilt(String step, Function<Call, Expression> change) {
        Expression plain = node().unlabelled();
        if (plain instanceof Cast cast && cast.operand() instanceof Call call && call.kind() != Call.Kind.PLAIN) {
            return kindred(new Cast(change.apply(call), cast.type()));
        }
        if (plain instanceof Call call && call.kind() != Call.Kind.PLAIN) {
            return kindred(change.apply(call));
        }
        throw new SqlException(
                SqlError.STATEMENT_INVALID,
                step + "(…) belongs to aggregates and window functions, not to other expressions");
    }
}
