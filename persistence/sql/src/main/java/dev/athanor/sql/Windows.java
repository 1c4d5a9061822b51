// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.Expression;
import java.util.ArrayList;
import java.util.List;

/** Functions of the rows around one, and what is around: any aggregate can be {@code over} it, too. */
public final class Windows {
    private Windows() {}

    /** The rows that have these in common. */
    public static Windowing partitionBy(Expr<?>... expressions) {
        List<Expression> nodes = new ArrayList<>(expressions.length);
        for (Expr<?> expression : expressions) {
            nodes.add(expression.node().unlabelled());
        }
        return Windowing.of(nodes, List.of());
    }

    /** All rows, in this order: up to the row and those equal to it, if no frame says otherwise. */
    public static Windowing orderBy(Order... orders) {
        return Windowing.of(List.of(), Order.unlabelled(orders));
    }

    /** The number of the row in its partition, from 1. */
    public static NumberExpr<Long> rowNumber() {
        return SqlTypes.BIGINT.of(call("row_number"));
    }

    /** The number of the first row equal in order, with gaps. */
    public static NumberExpr<Long> rank() {
        return SqlTypes.BIGINT.of(call("rank"));
    }

    /** The number of the group of rows equal in order, without gaps. */
    public static NumberExpr<Long> denseRank() {
        return SqlTypes.BIGINT.of(call("dense_rank"));
    }

    /** The rank between 0 and 1. */
    public static NumberExpr<Double> percentRank() {
        return SqlTypes.DOUBLE.of(call("percent_rank"));
    }

    /** The part of the rows up to this one and its equals. */
    public static NumberExpr<Double> cumeDist() {
        return SqlTypes.DOUBLE.of(call("cume_dist"));
    }

    /** The number, from 1, of one of so many groups as equally large as can be. */
    public static NumberExpr<Integer> ntile(int groups) {
        return SqlTypes.INTEGER.of(call("ntile", Sql.value(groups)));
    }

    /** The value one row before; null if there is none. */
    public static <X> X lag(Kind<X> value) {
        return of("lag", value);
    }

    /** The value so many rows before; null if there is none. */
    public static <X> X lag(Kind<X> value, int rows) {
        return of("lag", value, Sql.value(rows).node());
    }

    /** The value so many rows before, or another if there is none. */
    public static <X> X lag(Kind<X> value, int rows, Kind<X> otherwise) {
        return of("lag", value, Sql.value(rows).node(), otherwise.node().unlabelled());
    }

    /** The value one row after; null if there is none. */
    public static <X> X lead(Kind<X> value) {
        return of("lead", value);
    }

    /** The value so many rows after; null if there is none. */
    public static <X> X lead(Kind<X> value, int rows) {
        return of("lead", value, Sql.value(rows).node());
    }

    /** The value so many rows after, or another if there is none. */
    public static <X> X lead(Kind<X> value, int rows, Kind<X> otherwise) {
        return of("lead", value, Sql.value(rows).node(), otherwise.node().unlabelled());
    }

    /** The value in the first row of the frame. */
    public static <X> X firstValue(Kind<X> value) {
        return of("first_value", value);
    }

    /** The value in the last row of the frame, which without one is the row and its equals. */
    public static <X> X lastValue(Kind<X> value) {
        return of("last_value", value);
    }

    /** The value in a row of the frame, from 1; null if it has fewer. */
    public static <X> X nthValue(Kind<X> value, int row) {
        return of("nth_value", value, Sql.value(row).node());
    }

    private static <X> X of(String function, Kind<X> value, Expression... others) {
        List<Expression> arguments = new ArrayList<>(others.length + 1);
        arguments.add(value.node().unlabelled());
        arguments.addAll(List.of(others));
        return value.kindred(Call.of(Call.Kind.WINDOW, function, arguments));
    }

    private static Call call(String function, Expr<?>... arguments) {
        List<Expression> nodes = new ArrayList<>(arguments.length);
        for (Expr<?> argument : arguments) {
            nodes.add(argument.node());
        }
        return Call.of(Call.Kind.WINDOW, function, nodes);
    }
}
