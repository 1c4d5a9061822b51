// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.Cast;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Grouping;
import dev.athanor.sql.tree.Ordering;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Functions of all rows of a group, or, by {@link Kind#over}, of those around a row; and ways to group. To be imported
 * statically.
 */
public final class Aggregates {
    private Aggregates() {}

    /** The number of rows. */
    public static NumberExpr<Long> count() {
        return SqlTypes.BIGINT.of(call("count"));
    }

    /** The number of rows in which this is not null. */
    public static NumberExpr<Long> count(Expr<?> counted) {
        return SqlTypes.BIGINT.of(call("count", counted));
    }

    /** The number of different values that are not null. */
    public static NumberExpr<Long> countDistinct(Expr<?> counted) {
        return SqlTypes.BIGINT.of(distinct("count", counted));
    }

    /** The least value; null if there is none. */
    public static <X> X min(OrderedKind<X> expression) {
        return expression.kindred(one("min", expression));
    }

    /** The greatest value; null if there is none. */
    public static <X> X max(OrderedKind<X> expression) {
        return expression.kindred(one("max", expression));
    }

    /**
     * The sum, in the type of what is added up; null if there is nothing to add. Where it may grow too large for that
     * type, an error of the database's: {@code sum(x.asLong())} has more room.
     */
    public static <N extends Number> NumberExpr<N> sum(NumberExpr<N> expression) {
        return expression.kindred(new Cast(call("sum", expression), expression.type()));
    }

    /** The sum of different values. */
    public static <N extends Number> NumberExpr<N> sumDistinct(NumberExpr<N> expression) {
        return expression.kindred(new Cast(distinct("sum", expression), expression.type()));
    }

    /** The sum of spans of time. */
    public static <T> IntervalExpr<T> sum(IntervalExpr<T> expression) {
        return expression.kindred(call("sum", expression));
    }

    /** The average; null if there is nothing to average. */
    public static NumberExpr<BigDecimal> avg(NumberExpr<?> expression) {
        return SqlTypes.NUMERIC.of(new Cast(call("avg", expression), SqlTypes.NUMERIC));
    }

    /** The average of spans of time. */
    public static <T> IntervalExpr<T> avg(IntervalExpr<T> expression) {
        return expression.kindred(call("avg", expression));
    }

    /** The average of different values. */
    public static NumberExpr<BigDecimal> avgDistinct(NumberExpr<?> expression) {
        return SqlTypes.NUMERIC.of(new Cast(distinct("avg", expression), SqlTypes.NUMERIC));
    }

    /** The standard deviation of a sample. */
    public static NumberExpr<BigDecimal> stddev(NumberExpr<?> expression) {
        return SqlTypes.NUMERIC.of(new Cast(call("stddev_samp", expression), SqlTypes.NUMERIC));
    }

    /** The variance of a sample. */
    public static NumberExpr<BigDecimal> variance(NumberExpr<?> expression) {
        return SqlTypes.NUMERIC.of(new Cast(call("var_samp", expression), SqlTypes.NUMERIC));
    }

    /** The correlation of two values, from -1 to 1. */
    public static NumberExpr<Double> correlation(NumberExpr<?> one, NumberExpr<?> other) {
        return SqlTypes.DOUBLE.of(call("corr", one.cast(SqlTypes.DOUBLE), other.cast(SqlTypes.DOUBLE)));
    }

    /** Whether it is true of every row. */
    public static Condition boolAnd(Condition condition) {
        return new Condition(call("bool_and", condition));
    }

    /** Whether it is true of any row. */
    public static Condition boolOr(Condition condition) {
        return new Condition(call("bool_or", condition));
    }

    /** All texts as one, with a separator between them; {@link Kind#orderedBy} says in what order. */
    public static TextExpr stringAgg(TextExpr text, String separator) {
        return SqlTypes.TEXT.of(call("string_agg", text, Sql.value(separator)));
    }

    /** All different texts as one. */
    public static TextExpr stringAggDistinct(TextExpr text, String separator) {
        return SqlTypes.TEXT.of(distinct("string_agg", text, Sql.inline(separator)));
    }

    /** All values as an array; {@link Kind#orderedBy} says in what order. */
    public static <E, X extends Expr<E>> ArrayExpr<E> arrayAgg(Type<E, X> type, Expr<E> value) {
        return SqlTypes.array(type).of(call("array_agg", value));
    }

    /** All different values as an array. */
    public static <E, X extends Expr<E>> ArrayExpr<E> arrayAggDistinct(Type<E, X> type, Expr<E> value) {
        return SqlTypes.array(type).of(distinct("array_agg", value));
    }

    /** All values as an array of JSON; {@link Kind#orderedBy} says in what order. */
    public static JsonExpr<String> jsonAgg(Expr<?> value) {
        return SqlTypes.JSONB.of(call("jsonb_agg", value));
    }

    /** An object of JSON with a member for each row. */
    public static JsonExpr<String> jsonObjectAgg(Expr<String> name, Expr<?> value) {
        return SqlTypes.JSONB.of(call("jsonb_object_agg", name, value));
    }

    /** The value below which a part of the rows are, between two of them if need be. */
    public static NumberExpr<Double> percentileCont(double part, NumberExpr<?> value) {
        return percentileCont(part).withinGroup(value.asc());
    }

    /** The value below which a part of the rows are, between two of them if need be; {@code withinGroup} orders. */
    public static NumberExpr<Double> percentileCont(double part) {
        return SqlTypes.DOUBLE.of(call("percentile_cont", Sql.value(part)));
    }

    /** The first of the values in order that a part of the rows do not exceed. */
    public static <X> X percentileDisc(double part, OrderedKind<X> value) {
        return value.kindred(within(call("percentile_disc", Sql.value(part)), value));
    }

    /** The most frequent value. */
    public static <X> X mode(OrderedKind<X> value) {
        return value.kindred(within(call("mode"), value));
    }

    /** A function of the database's that looks at all rows of a group. */
    public static <T, X extends Expr<T>> X aggregate(String name, Type<T, X> type, Object... arguments) {
        Call call = (Call) Functions.func(name, type, arguments).node();
        return type.of(Call.of(Call.Kind.AGGREGATE, call.function(), call.arguments()));
    }

    /** By all of them, all but the last, and so on to none. */
    public static Groupable rollup(Groupable... parts) {
        return grouping(Grouping.Kind.ROLLUP, parts);
    }

    /** By every choice of them. */
    public static Groupable cube(Groupable... parts) {
        return grouping(Grouping.Kind.CUBE, parts);
    }

    /** By each of them. */
    public static Groupable groupingSets(Groupable... sets) {
        return grouping(Grouping.Kind.SETS, sets);
    }

    /** Several values as one part of a grouping; none for all rows as one group. */
    public static Groupable set(Groupable... parts) {
        return grouping(Grouping.Kind.SET, parts);
    }

    /** Whether a row stands for groups of all values of this, and not for one: 1 or 0; a bit for each, if several. */
    public static NumberExpr<Integer> grouping(Expr<?>... grouped) {
        return SqlTypes.INTEGER.of(Call.of(Call.Kind.AGGREGATE, "grouping", nodes(grouped)));
    }

    private static Groupable grouping(Grouping.Kind kind, Groupable... parts) {
        List<Expression> nodes = new ArrayList<>(parts.length);
        for (Groupable part : parts) {
            nodes.add(part.node().unlabelled());
        }
        Grouping grouping = new Grouping(kind, nodes);
        return () -> grouping;
    }

    private static Call within(Call call, Kind<?> value) {
        return call.withinGroup(List.of(new Ordering(value.node().unlabelled(), false, Ordering.Nulls.DEFAULT)));
    }

    private static Call call(String function, Expr<?>... arguments) {
        return Call.of(Call.Kind.AGGREGATE, function, nodes(arguments));
    }

    private static Call one(String function, Kind<?> argument) {
        return Call.of(Call.Kind.AGGREGATE, function, List.of(argument.node().unlabelled()));
    }

    private static Call distinct(String function, Expr<?>... arguments) {
        return new Call(function, Call.Kind.AGGREGATE, nodes(arguments), true, List.of(), List.of(), Optional.empty());
    }

    private static List<Expression> nodes(Expr<?>... values) {
        List<Expression> nodes = new ArrayList<>(values.length);
        for (Expr<?> value : values) {
            nodes.add(value.node().unlabelled());
        }
        return nodes;
    }
}
