// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.Cast;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Quantified;
import dev.athanor.sql.type.SqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * What has a value of a type in a statement: a column, a function of columns, a bound value. The subclasses add the
 * operators of their kind. Immutable and thread-safe.
 *
 * <pre>{@code u.email.eq("jake@example.org")}</pre>
 *
 * @param <T> the Java type of the value
 */
public abstract class Expr<T> implements Groupable {
    private final Expression node;
    private final SqlType<T> type;

    Expr(Expression node, SqlType<T> type) {
        this.node = Objects.requireNonNull(node, "node");
        this.type = Objects.requireNonNull(type, "type");
    }

    /** The part of the tree that this is a face of. */
    @Override
    public final Expression node() {
        return node;
    }

    /** How its values travel. */
    public final SqlType<T> type() {
        return type;
    }

    public final Condition eq(T value) {
        return compare(Operator.EQUAL, value, "isNull()");
    }

    public final Condition eq(Expr<T> other) {
        return compare(Operator.EQUAL, other);
    }

    public final Condition ne(T value) {
        return compare(Operator.NOT_EQUAL, value, "isNotNull()");
    }

    public final Condition ne(Expr<T> other) {
        return compare(Operator.NOT_EQUAL, other);
    }

    /** Not equal, where null is a value like others. */
    public final Condition isDistinctFrom(Expr<T> other) {
        return compare(Operator.IS_DISTINCT_FROM, other);
    }

    /** Not equal, where null is a value like others. */
    public final Condition isDistinctFrom(T value) {
        return compare(Operator.IS_DISTINCT_FROM, value, "isNotNull()");
    }

    /** Equal, where null is a value like others. */
    public final Condition isNotDistinctFrom(Expr<T> other) {
        return compare(Operator.IS_NOT_DISTINCT_FROM, other);
    }

    /** Equal, where null is a value like others. */
    public final Condition isNotDistinctFrom(T value) {
        return compare(Operator.IS_NOT_DISTINCT_FROM, value, "isNull()");
    }

    /** Whether it is one of these; never, if there are none. Any number of values makes the same statement. */
    public final Condition in(Collection<? extends T> values) {
        return Condition.of(Operator.EQUAL, node, new Quantified(Quantified.Kind.ANY, list(values)));
    }

    /** Whether it is one of these. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Condition in(T first, T... others) {
        return in(with(first, others));
    }

    /** Whether it is one of the values of a query. */
    public final Condition in(Query<T> query) {
        return Condition.of(Operator.IN, node, subquery(query));
    }

    /** Whether it is none of these; always, if there are none. */
    public final Condition notIn(Collection<? extends T> values) {
        return Condition.of(Operator.NOT_EQUAL, node, new Quantified(Quantified.Kind.ALL, list(values)));
    }

    /** Whether it is none of these. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Condition notIn(T first, T... others) {
        return notIn(with(first, others));
    }

    /** Whether it is none of the values of a query; never known to be, where one of them is null. */
    public final Condition notIn(Query<T> query) {
        return Condition.of(Operator.NOT_IN, node, subquery(query));
    }

    public final Condition isNull() {
        return Condition.of(Operator.IS_NULL, node);
    }

    public final Condition isNotNull() {
        return Condition.of(Operator.IS_NOT_NULL, node);
    }

    public final Order asc() {
        return Order.of(this, false);
    }

    public final Order desc() {
        return Order.of(this, true);
    }

    /** The value as another type. */
    public final <U, X extends Expr<U>> X cast(Type<U, X> other) {
        return other.of(new Cast(node.unlabelled(), other));
    }

    final Condition compare(Operator operator, Expr<?> other) {
        return Condition.of(operator, node, other.node);
    }

    final Condition compare(Operator operator, T value, String instead) {
        return Condition.of(operator, node, bind(value, instead));
    }

    /** A caller's value as one of this type. */
    final Expression bind(T value, String instead) {
        if (value == null) {
            throw new SqlException(
                    SqlError.NULL_VALUE,
                    "a comparison with null is never true" + (instead.isEmpty() ? "" : "; use " + instead));
        }
        return Bind.of(type, value);
    }

    private static <T> List<T> with(T first, T[] others) {
        List<T> all = new ArrayList<>(others.length + 1);
        all.add(first);
        all.addAll(Arrays.asList(others));
        return all;
    }

    private Expression list(Collection<? extends T> values) {
        @SuppressWarnings("unchecked") // they are all instances of T
        List<T> list = (List<T>) Arrays.asList(values.toArray());
        if (list.contains(null)) {
            throw new SqlException(SqlError.NULL_VALUE, "null is among the values; nothing equals it, use isNull()");
        }
        return Bind.of(type.list(), list);
    }

    private static Expression subquery(Query<?> query) {
        return query.scalar();
    }

    final Expression operation(Operator operator, Expression... operands) {
        return new Operation(operator, List.of(operands));
    }

    final Expression call(String function, Expression... others) {
        Expression[] arguments = new Expression[others.length + 1];
        arguments[0] = node;
        System.arraycopy(others, 0, arguments, 1, others.length);
        return Call.of(function, arguments);
    }
}
