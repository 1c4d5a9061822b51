// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Combination;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Subquery;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A statement that reads rows, and can stand in another in the place of a table or a value.
 *
 * @param <R> what each row is read as
 */
public abstract sealed class Query<R> extends Rows<R> permits Select, Combined {
    Query(List<Expr<?>> selected, Result<R> result, Parameters parameters) {
        super(selected, result, parameters);
    }

    @Override
    public abstract Query<R> bind(String name, @Nullable Object value);

    /** In this order; after the order said before. */
    public abstract Query<R> orderBy(Order... orders);

    /** No more rows than these. */
    public abstract Query<R> limit(long rows);

    /** No more rows than these. */
    public abstract Query<R> limit(Expr<? extends Number> rows);

    /** No more rows than these, but for those equal in order to the last. */
    public abstract Query<R> limitWithTies(long rows);

    /** Without this many rows at the beginning. */
    public abstract Query<R> offset(long rows);

    /** Without this many rows at the beginning. */
    public abstract Query<R> offset(Expr<? extends Number> rows);

    /** The rows of both, each once. */
    public final Combined<R> union(Query<R> other) {
        return Combined.of(Combination.Kind.UNION, false, this, other);
    }

    /** The rows of both. */
    public final Combined<R> unionAll(Query<R> other) {
        return Combined.of(Combination.Kind.UNION, true, this, other);
    }

    /** The rows that both have, each once. */
    public final Combined<R> intersect(Query<R> other) {
        return Combined.of(Combination.Kind.INTERSECT, false, this, other);
    }

    /** The rows that both have, as often as both do. */
    public final Combined<R> intersectAll(Query<R> other) {
        return Combined.of(Combination.Kind.INTERSECT, true, this, other);
    }

    /** The rows that the other does not have, each once. */
    public final Combined<R> except(Query<R> other) {
        return Combined.of(Combination.Kind.EXCEPT, false, this, other);
    }

    /** The rows but for as many as the other has. */
    public final Combined<R> exceptAll(Query<R> other) {
        return Combined.of(Combination.Kind.EXCEPT, true, this, other);
    }

    /** These rows, and those that follow from them, and so on; equal rows once, which ends cycles. */
    public final CommonTable recursiveUnion(String name, Function<CommonTable, Query<R>> step) {
        return CommonTable.recursive(name, this, false, step);
    }

    /** These rows, and those that follow from them, and so on until there are none. */
    public final CommonTable recursiveUnionAll(String name, Function<CommonTable, Query<R>> step) {
        return CommonTable.recursive(name, this, true, step);
    }

    /** The query in the place of a table. */
    public final Derived asTable(String alias) {
        return new Derived(this, alias, false);
    }

    /** The same, allowed to refer to the sources before it. */
    public final Derived asLateral(String alias) {
        return new Derived(this, alias, true);
    }

    /** Its one value in its one row, in the place of an expression of this type; null if there is no row. */
    public final <T, X extends Expr<T>> X asScalar(Type<T, X> type) {
        Expr<?> only = only();
        if (!only.type().equals(type)) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID, "the query selects a " + only.type() + ", not a " + type);
        }
        return type.of(scalar());
    }

    /** Its one value in its one row, in the place of an expression; null if there is no row. */
    @SuppressWarnings("unchecked") // the result of a value is that value, and every expression has a kind
    public final Expr<R> asScalar() {
        if (!(result() instanceof Result.Value)) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "a query in the place of a value selects a value; begin it with selectValue(…)");
        }
        return (Expr<R>) ((Kind<?>) only()).kindred(scalar());
    }

    /** The values of all its rows as one array, in its order. */
    public final <E, X extends Expr<E>> ArrayExpr<E> asArray(Type<E, X> type) {
        asScalar(type);
        return SqlTypes.array(type).of(new Subquery(embedded(), Subquery.Kind.ARRAY));
    }

    final Expression scalar() {
        only();
        return new Subquery(embedded(), Subquery.Kind.SCALAR);
    }

    /** The only value each row has. */
    final Expr<?> only() {
        if (selected().size() != 1) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "a query in the place of a value selects one, not "
                            + selected().size());
        }
        return selected().get(0);
    }

    static Expression rows(long rows) {
        if (rows < 0) {
            throw new SqlException(SqlError.STATEMENT_INVALID, "a number of rows cannot be " + rows);
        }
        return Bind.of(SqlTypes.BIGINT, rows);
    }
}
