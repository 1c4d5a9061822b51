// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.Cast;
import dev.athanor.sql.tree.Constant;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.type.SqlType;
import dev.athanor.sql.type.SqlTypes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What statements begin with, and functions that belong to no expression. To be imported statically. */
public final class Sql {
    private Sql() {}

    /** Rows of these values, read by {@link Row#get}. */
    public static Select<Row> select(Expr<?>... selected) {
        List<Expr<?>> list = List.of(selected);
        return Select.of(list, Result.row(list));
    }

    /** Rows of one value, read as that value. */
    public static <T> Select<T> selectValue(Expr<T> selected) {
        return Select.of(List.of(selected), Result.value(selected));
    }

    /** Records whose components are these values, in their order; checked here and now. */
    public static <R extends Record> Select<R> select(Class<R> record, Expr<?>... selected) {
        List<Expr<?>> list = List.of(selected);
        return Select.of(list, Result.record(record, list));
    }

    /** A caller's value: bound, never text of the statement. */
    public static <T> Expr<T> value(SqlType<T> type, T value) {
        return new Expr<>(Bind.of(type, value), type);
    }

    /** A number that belongs to the statement: written into its text. */
    public static NumberExpr<Integer> inline(int value) {
        return new NumberExpr<>(new Constant(SqlTypes.INTEGER, value), SqlTypes.INTEGER);
    }

    /** A number that belongs to the statement: written into its text. */
    public static NumberExpr<BigDecimal> inline(BigDecimal value) {
        return new NumberExpr<>(new Constant(SqlTypes.NUMERIC, value), SqlTypes.NUMERIC);
    }

    /** A text that belongs to the statement: written into it, escaped. For callers' values there is {@link #value}. */
    public static TextExpr inline(String value) {
        return new TextExpr(new Constant(SqlTypes.TEXT, value), SqlTypes.TEXT);
    }

    /** The number of rows. */
    public static NumberExpr<Long> count() {
        return new NumberExpr<>(new Call("count", List.of(), false, Optional.empty()), SqlTypes.BIGINT);
    }

    /** The number of rows in which this is not null. */
    public static NumberExpr<Long> count(Expr<?> counted) {
        return new NumberExpr<>(aggregate("count", false, counted), SqlTypes.BIGINT);
    }

    /** The number of different values that are not null. */
    public static NumberExpr<Long> countDistinct(Expr<?> counted) {
        return new NumberExpr<>(aggregate("count", true, counted), SqlTypes.BIGINT);
    }

    /** The least value; null if there is none. */
    public static <T> OrderedExpr<T> min(OrderedExpr<T> expression) {
        return new OrderedExpr<>(aggregate("min", false, expression), expression.type());
    }

    /** The greatest value; null if there is none. */
    public static <T> OrderedExpr<T> max(OrderedExpr<T> expression) {
        return new OrderedExpr<>(aggregate("max", false, expression), expression.type());
    }

    /** The sum, in the type of what is added up; null if there is nothing to add. */
    public static <N extends Number> NumberExpr<N> sum(NumberExpr<N> expression) {
        return new NumberExpr<>(new Cast(aggregate("sum", false, expression), expression.type()), expression.type());
    }

    /** The average; null if there is nothing to average. */
    public static NumberExpr<BigDecimal> avg(NumberExpr<?> expression) {
        return new NumberExpr<>(new Cast(aggregate("avg", false, expression), SqlTypes.NUMERIC), SqlTypes.NUMERIC);
    }

    /** The first value that is not null. */
    @SafeVarargs
    public static <T> Expr<T> coalesce(Expr<T> first, Expr<T>... others) {
        List<Expression> arguments = new ArrayList<>();
        arguments.add(first.node());
        for (Expr<T> other : others) {
            arguments.add(other.node());
        }
        return new Expr<>(new Call("coalesce", arguments, false, Optional.empty()), first.type());
    }

    /** Whether a query has rows. */
    public static Condition exists(Select<?> query) {
        return query.exists();
    }

    private static Expression aggregate(String function, boolean distinct, Expr<?> argument) {
        return new Call(function, List.of(argument.node()), distinct, Optional.empty());
    }
}
