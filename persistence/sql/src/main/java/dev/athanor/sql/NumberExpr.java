// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.type.SqlType;
import java.math.BigDecimal;

/**
 * A number. Arithmetic stays in the type, and takes numbers of narrower ones: a decimal times an integer is a decimal;
 * another is asked for by {@link #cast}.
 *
 * @param <N> its Java type
 */
public class NumberExpr<N extends Number> extends OrderedExpr<N> implements OrderedKind<NumberExpr<N>> {
    NumberExpr(Expression node, SqlType<N> type) {
        super(node, type);
    }

    public final NumberExpr<N> plus(N other) {
        return calculated(Operator.PLUS, bind(other, ""));
    }

    public final NumberExpr<N> plus(Expr<? extends Number> other) {
        return calculated(Operator.PLUS, other);
    }

    public final NumberExpr<N> minus(N other) {
        return calculated(Operator.MINUS, bind(other, ""));
    }

    public final NumberExpr<N> minus(Expr<? extends Number> other) {
        return calculated(Operator.MINUS, other);
    }

    public final NumberExpr<N> times(N other) {
        return calculated(Operator.TIMES, bind(other, ""));
    }

    public final NumberExpr<N> times(Expr<? extends Number> other) {
        return calculated(Operator.TIMES, other);
    }

    /** Between integers the quotient is an integer, too, cut toward zero. */
    public final NumberExpr<N> dividedBy(N other) {
        return calculated(Operator.DIVIDE, bind(other, ""));
    }

    /** Between integers the quotient is an integer, too, cut toward zero. */
    public final NumberExpr<N> dividedBy(Expr<? extends Number> other) {
        return calculated(Operator.DIVIDE, other);
    }

    /** What a division leaves, with the sign of this number. */
    public final NumberExpr<N> mod(N other) {
        return exact("mod").calculated(Operator.MODULO, bind(other, ""));
    }

    /** What a division leaves, with the sign of this number. */
    public final NumberExpr<N> mod(Expr<? extends Number> other) {
        return exact("mod").calculated(Operator.MODULO, other);
    }

    public final NumberExpr<N> negated() {
        return kindred(operation(Operator.NEGATE, node()));
    }

    public final NumberExpr<N> abs() {
        return kindred(call("abs"));
    }

    /** The nearest whole number; of two, the one away from zero for decimals, the even one for floating point. */
    public final NumberExpr<N> round() {
        return isInteger() ? kindred(node()) : kindred(call("round"));
    }

    /** With so many digits after the point, of two nearest the one away from zero. */
    public final NumberExpr<BigDecimal> round(int digits) {
        return cast(SqlTypes.NUMERIC).decimal("round", digits);
    }

    /** With so many digits after the point, the others being cut. */
    public final NumberExpr<BigDecimal> truncate(int digits) {
        return cast(SqlTypes.NUMERIC).decimal("trunc", digits);
    }

    /** The greatest whole number that is not greater. */
    public final NumberExpr<N> floor() {
        return isInteger() ? kindred(node()) : kindred(call("floor"));
    }

    /** The least whole number that is not less. */
    public final NumberExpr<N> ceiling() {
        return isInteger() ? kindred(node()) : kindred(call("ceil"));
    }

    /** -1, 0 or 1. */
    public final NumberExpr<Integer> sign() {
        return new NumberExpr<>(call("sign"), type()).cast(SqlTypes.INTEGER);
    }

    public final NumberExpr<Double> power(double exponent) {
        return new NumberExpr<>(
                cast(SqlTypes.DOUBLE).call("power", Sql.value(exponent).node()), SqlTypes.DOUBLE);
    }

    public final NumberExpr<Double> squareRoot() {
        return new NumberExpr<>(cast(SqlTypes.DOUBLE).call("sqrt"), SqlTypes.DOUBLE);
    }

    /** The same as an integer of 32 bits; a fraction is rounded. */
    public final NumberExpr<Integer> asInteger() {
        return cast(SqlTypes.INTEGER);
    }

    /** The same as an integer of 64 bits; a fraction is rounded. */
    public final NumberExpr<Long> asLong() {
        return cast(SqlTypes.BIGINT);
    }

    /** The same as a decimal, to be compared with decimals. */
    public final NumberExpr<BigDecimal> asDecimal() {
        return cast(SqlTypes.NUMERIC);
    }

    /** The same as a floating-point number of 64 bits. */
    public final NumberExpr<Double> asDouble() {
        return cast(SqlTypes.DOUBLE);
    }

    @Override
    public final NumberExpr<N> kindred(Expression node) {
        return new NumberExpr<>(node, type());
    }

    private NumberExpr<N> exact(String step) {
        if (Numbers.isFloating(type())) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID, step + "(…) is not for floating point; use asDecimal() first");
        }
        return this;
    }

    /** What is whole stays exact: the database's functions would turn it into floating point. */
    private boolean isInteger() {
        return Numbers.isInteger(type());
    }

    private NumberExpr<N> calculated(Operator operator, Expr<? extends Number> other) {
        if (!Numbers.stays(type(), other.type())) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "what comes of a number of type " + type() + " and one of type " + other.type()
                            + " is not of the former; cast(…) one of them");
        }
        return calculated(operator, other.node());
    }

    private NumberExpr<N> calculated(Operator operator, Expression other) {
        return kindred(operation(operator, node().unlabelled(), other));
    }

    private NumberExpr<N> decimal(String function, int digits) {
        return kindred(call(function, Sql.inline(digits).node()));
    }
}
