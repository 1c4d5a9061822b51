// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Cast;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Quantified;
import dev.athanor.sql.tree.Subquery;
import dev.athanor.sql.tree.Through;
import dev.athanor.sql.type.SqlType;
import java.util.List;

/**
 * An array.
 *
 * @param <E> the Java type of its elements
 */
public class ArrayExpr<E> extends OrderedExpr<List<E>> implements OrderedKind<ArrayExpr<E>> {
    private final Type<E, ? extends Expr<E>> element;

    ArrayExpr(Expression node, SqlType<List<E>> type, Type<E, ? extends Expr<E>> element) {
        super(node, type);
        this.element = element;
    }

    /** Whether a value is one of its elements. */
    public final Condition has(E value) {
        return Condition.of(Operator.EQUAL, Bind.of(element, value), any());
    }

    /** Whether a value is one of its elements. */
    public final Condition has(Expr<E> value) {
        return Condition.of(Operator.EQUAL, value.node(), any());
    }

    /** Whether all of these are among its elements. */
    public final Condition contains(List<E> values) {
        return compare(Operator.CONTAINS, values, "");
    }

    /** Whether all of these are among its elements. */
    public final Condition contains(Expr<List<E>> values) {
        return compare(Operator.CONTAINS, values);
    }

    /** Whether all its elements are among these. */
    public final Condition containedBy(List<E> values) {
        return compare(Operator.CONTAINED_BY, values, "");
    }

    /** Whether any of these is among its elements. */
    public final Condition overlaps(List<E> values) {
        return compare(Operator.OVERLAPS, values, "");
    }

    /** Whether any of these is among its elements. */
    public final Condition overlaps(Expr<List<E>> values) {
        return compare(Operator.OVERLAPS, values);
    }

    /** The number of elements. */
    public final NumberExpr<Integer> length() {
        return SqlTypes.INTEGER.of(call("cardinality"));
    }

    /** The element at this place, from 1; null if there is none. */
    public final Expr<E> at(int index) {
        return element.of(operation(
                Operator.ELEMENT, node().unlabelled(), Sql.value(index).node()));
    }

    /** The element at this place, from 1, as an expression of its kind. */
    public final <X extends Expr<E>> X at(int index, Type<E, X> type) {
        return type.of(at(index).node());
    }

    /** Where a value is first, from 1; null if nowhere. */
    public final NumberExpr<Integer> position(E value) {
        return SqlTypes.INTEGER.of(call("array_position", Bind.of(element, value)));
    }

    /** With one more element at the end. */
    public final ArrayExpr<E> append(E value) {
        return kindred(call("array_append", Bind.of(element, value)));
    }

    /** With one more element at the end. */
    public final ArrayExpr<E> append(Expr<E> value) {
        return kindred(call("array_append", value.node()));
    }

    /** With the elements of another after its own. */
    public final ArrayExpr<E> concat(Expr<List<E>> other) {
        return kindred(call("array_cat", other.node()));
    }

    /** Without the elements equal to a value. */
    public final ArrayExpr<E> without(E value) {
        return kindred(call("array_remove", Bind.of(element, value)));
    }

    /** Its elements as one text. */
    public final TextExpr join(String separator) {
        return SqlTypes.TEXT.of(call("array_to_string", Sql.value(separator).node()));
    }

    /** The type of its elements. */
    public final Type<E, ? extends Expr<E>> element() {
        return element;
    }

    @Override
    public final ArrayExpr<E> kindred(Expression node) {
        return new ArrayExpr<>(node, type(), element);
    }

    /** A query that gives an array is not mistaken for one that gives its elements. */
    final Expression plain() {
        Expression plain = node().unlabelled();
        return plain instanceof Subquery || plain instanceof Through ? new Cast(plain, type()) : plain;
    }

    private Expression any() {
        return new Quantified(Quantified.Kind.ANY, plain());
    }
}
