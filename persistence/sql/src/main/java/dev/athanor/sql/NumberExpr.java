// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.type.SqlType;
import java.util.List;
import java.util.Optional;

/**
 * A number. Arithmetic stays in the type; another is asked for by {@link #cast}.
 *
 * @param <N> its Java type
 */
public class NumberExpr<N extends Number> extends OrderedExpr<N> {
    NumberExpr(Expression node, SqlType<N> type) {
        super(node, type);
    }

    public final NumberExpr<N> plus(N other) {
        return calculated(Operator.PLUS, bind(other, ""));
    }

    public final NumberExpr<N> plus(Expr<N> other) {
        return calculated(Operator.PLUS, other.node());
    }

    public final NumberExpr<N> minus(N other) {
        return calculated(Operator.MINUS, bind(other, ""));
    }

    public final NumberExpr<N> minus(Expr<N> other) {
        return calculated(Operator.MINUS, other.node());
    }

    public final NumberExpr<N> times(N other) {
        return calculated(Operator.TIMES, bind(other, ""));
    }

    public final NumberExpr<N> times(Expr<N> other) {
        return calculated(Operator.TIMES, other.node());
    }

    /** Between integers the quotient is an integer, too, cut toward zero. */
    public final NumberExpr<N> dividedBy(N other) {
        return calculated(Operator.DIVIDE, bind(other, ""));
    }

    /** Between integers the quotient is an integer, too, cut toward zero. */
    public final NumberExpr<N> dividedBy(Expr<N> other) {
        return calculated(Operator.DIVIDE, other.node());
    }

    /** What a division leaves, with the sign of this number. */
    public final NumberExpr<N> mod(N other) {
        return calculated(Operator.MODULO, bind(other, ""));
    }

    public final NumberExpr<N> negated() {
        return new NumberExpr<>(operation(Operator.NEGATE, node()), type());
    }

    public final NumberExpr<N> abs() {
        return new NumberExpr<>(new Call("abs", List.of(node()), false, Optional.empty()), type());
    }

    @Override
    public NumberExpr<N> as(String label) {
        return new NumberExpr<>(labelled(label), type());
    }

    @Override
    NumberExpr<N> at(ColumnReference reference) {
        return new NumberExpr<>(reference, type());
    }

    private NumberExpr<N> calculated(Operator operator, Expression other) {
        return new NumberExpr<>(operation(operator, node(), other), type());
    }
}
