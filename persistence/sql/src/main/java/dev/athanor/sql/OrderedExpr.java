// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.type.SqlType;

/**
 * An expression whose values come before and after one another.
 *
 * @param <T> the Java type of the value
 */
public abstract class OrderedExpr<T> extends Expr<T> {
    OrderedExpr(Expression node, SqlType<T> type) {
        super(node, type);
    }

    public final Condition lt(T value) {
        return compare(Operator.LESS, value, "");
    }

    public final Condition lt(Expr<T> other) {
        return compare(Operator.LESS, other);
    }

    public final Condition le(T value) {
        return compare(Operator.LESS_OR_EQUAL, value, "");
    }

    public final Condition le(Expr<T> other) {
        return compare(Operator.LESS_OR_EQUAL, other);
    }

    public final Condition gt(T value) {
        return compare(Operator.GREATER, value, "");
    }

    public final Condition gt(Expr<T> other) {
        return compare(Operator.GREATER, other);
    }

    public final Condition ge(T value) {
        return compare(Operator.GREATER_OR_EQUAL, value, "");
    }

    public final Condition ge(Expr<T> other) {
        return compare(Operator.GREATER_OR_EQUAL, other);
    }

    /** From the one to the other, both included. */
    public final Condition between(T least, T greatest) {
        return Condition.of(Operator.BETWEEN, node(), bind(least, ""), bind(greatest, ""));
    }

    /** From the one to the other, both included. */
    public final Condition between(Expr<T> least, Expr<T> greatest) {
        return Condition.of(Operator.BETWEEN, node(), least.node(), greatest.node());
    }

    /** Before the one or after the other. */
    public final Condition notBetween(T least, T greatest) {
        return Condition.of(Operator.NOT_BETWEEN, node(), bind(least, ""), bind(greatest, ""));
    }

    /** Before the one or after the other. */
    public final Condition notBetween(Expr<T> least, Expr<T> greatest) {
        return Condition.of(Operator.NOT_BETWEEN, node(), least.node(), greatest.node());
    }
}
