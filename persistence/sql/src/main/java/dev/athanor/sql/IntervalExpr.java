// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.type.SqlType;
import java.math.BigDecimal;

/**
 * A span of time.
 *
 * @param <T> its Java type
 */
public class IntervalExpr<T> extends OrderedExpr<T> implements OrderedKind<IntervalExpr<T>> {
    IntervalExpr(Expression node, SqlType<T> type) {
        super(node, type);
    }

    public final IntervalExpr<T> plus(Expr<?> interval) {
        return kindred(operation(Operator.PLUS, node().unlabelled(), interval.node()));
    }

    public final IntervalExpr<T> minus(Expr<?> interval) {
        return kindred(operation(Operator.MINUS, node().unlabelled(), interval.node()));
    }

    /** So many times as long. */
    public final IntervalExpr<T> times(Expr<? extends Number> factor) {
        return kindred(operation(Operator.TIMES, node().unlabelled(), factor.node()));
    }

    /** Such a part of it. */
    public final IntervalExpr<T> dividedBy(Expr<? extends Number> divisor) {
        return kindred(operation(Operator.DIVIDE, node().unlabelled(), divisor.node()));
    }

    /** A part of it: as it is written, {@code 90 minutes} has one hour and 30 minutes. */
    public final NumberExpr<BigDecimal> extract(TemporalField field) {
        return Functions.extract(field, this);
    }

    /** All of it in seconds; a day has 24 hours, a month 30 days, a year 365.25 days. */
    public final NumberExpr<BigDecimal> seconds() {
        return extract(TemporalField.EPOCH);
    }

    /** The full years of it. */
    public final NumberExpr<Integer> years() {
        return extract(TemporalField.YEAR).cast(SqlTypes.INTEGER);
    }

    @Override
    public final IntervalExpr<T> kindred(Expression node) {
        return new IntervalExpr<>(node, type());
    }
}
