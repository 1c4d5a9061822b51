// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.render.PostgreSqlRenderer;
import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Constant;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Immutable;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Subquery;
import dev.athanor.sql.tree.Tail;
import dev.athanor.sql.tree.Template;
import dev.athanor.sql.type.Interval;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What statements begin with, and values. To be imported statically, as {@link Functions}, {@link Aggregates},
 * {@link Windows} and {@link Tables} are.
 */
public final class Sql {
    private Sql() {}

    /** Rows of these values, read by {@link Row#get}. */
    public static Select<Row> select(Expr<?>... selected) {
        List<Expr<?>> list = List.of(selected);
        return Select.of(list, Result.row(list));
    }

    /** Rows of all columns of a table. */
    public static Select<Row> select(Table table) {
        List<Expr<?>> list = table.expressions();
        return Select.of(list, Result.row(list)).from(table);
    }

    /** Whole entities, for a session to read. */
    public static <E> Select<E> select(EntityTable<E> table) {
        return Select.of(table.expressions(), Result.<E>entity(table.entityType()))
                .from(table);
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

    /** Adds rows to a table. */
    public static Insert insert(Table table) {
        return Insert.into(table);
    }

    /** Changes rows of a table: all of them, unless {@link Update#where} says which. */
    public static Update update(Table table) {
        return Update.of(table);
    }

    /** Deletes rows of a table: all of them, unless {@link Delete#where} says which. */
    public static Delete delete(Table table) {
        return Delete.from(table);
    }

    /** In an insert's {@code doUpdate(…)}: the value that could not be added. */
    public static <X> X excluded(Kind<X> column) {
        if (column.node() instanceof ColumnReference reference) {
            return column.kindred(new ColumnReference(PostgreSqlRenderer.EXCLUDED, reference.name()));
        }
        throw new SqlException(SqlError.STATEMENT_INVALID, "excluded(…) is about a column of the table");
    }

    /** A lock that lets others neither change nor lock the rows. */
    public static Lock forUpdate() {
        return Lock.of(Tail.Strength.UPDATE);
    }

    /** A lock as {@link #forUpdate}, that still lets others refer to the rows. */
    public static Lock forNoKeyUpdate() {
        return Lock.of(Tail.Strength.NO_KEY_UPDATE);
    }

    /** A lock that lets others lock the rows in the same way, but not change them. */
    public static Lock forShare() {
        return Lock.of(Tail.Strength.SHARE);
    }

    /** A lock that keeps others from deleting the rows and from changing their keys. */
    public static Lock forKeyShare() {
        return Lock.of(Tail.Strength.KEY_SHARE);
    }

    /** Whether a query has rows. */
    public static Condition exists(Query<?> query) {
        return new Condition(new Subquery(query.embedded(), Subquery.Kind.EXISTS));
    }

    /** Whether a source has rows of which all these hold. */
    public static Condition exists(Relation relation, Condition... conditions) {
        return exists(selectValue(inline(1)).from(relation).where(conditions));
    }

    /** Whether a source has no rows of which all these hold. */
    public static Condition notExists(Relation relation, Condition... conditions) {
        return exists(relation, conditions).not();
    }

    /** Whether a query has no rows. */
    public static Condition notExists(Query<?> query) {
        return exists(query).not();
    }

    /** Whether all of these hold; true, if there are none. */
    public static Condition allOf(Collection<Condition> conditions) {
        return chained(Operator.AND, conditions, true);
    }

    /** Whether one of these holds; false, if there are none. */
    public static Condition anyOf(Collection<Condition> conditions) {
        return chained(Operator.OR, conditions, false);
    }

    private static Condition chained(Operator operator, Collection<Condition> conditions, boolean none) {
        List<Expression> nodes = new ArrayList<>(conditions.size());
        conditions.forEach(condition -> nodes.add(condition.node()));
        return nodes.isEmpty() ? inline(none) : new Condition(Condition.chain(operator, nodes));
    }

    /** The opposite of a condition. */
    public static Condition not(Condition condition) {
        return condition.not();
    }

    /** Several values as one, to be compared with others as a whole. */
    public static Tuple tuple(Expr<?>... values) {
        return Tuple.of(List.of(values));
    }

    /** A caller's value: bound, never text of the statement. */
    public static <T, X extends Expr<T>> X value(Type<T, X> type, T value) {
        return type.of(Bind.of(type, value));
    }

    public static TextExpr value(String value) {
        return value(SqlTypes.TEXT, value);
    }

    public static NumberExpr<Integer> value(int value) {
        return value(SqlTypes.INTEGER, value);
    }

    public static NumberExpr<Long> value(long value) {
        return value(SqlTypes.BIGINT, value);
    }

    public static NumberExpr<Double> value(double value) {
        return value(SqlTypes.DOUBLE, value);
    }

    public static NumberExpr<BigDecimal> value(BigDecimal value) {
        return value(SqlTypes.NUMERIC, value);
    }

    public static Condition value(boolean value) {
        return value(SqlTypes.BOOLEAN, value);
    }

    public static TemporalExpr<LocalDate> value(LocalDate value) {
        return value(SqlTypes.DATE, value);
    }

    public static TemporalExpr<LocalDateTime> value(LocalDateTime value) {
        return value(SqlTypes.TIMESTAMP, value);
    }

    public static TemporalExpr<OffsetDateTime> value(OffsetDateTime value) {
        return value(SqlTypes.TIMESTAMPTZ, value);
    }

    public static TemporalExpr<Instant> value(Instant value) {
        return value(SqlTypes.INSTANT, value);
    }

    public static ValueExpr<UUID> value(UUID value) {
        return value(SqlTypes.UUID, value);
    }

    /** Null, of a type. */
    public static <T, X extends Expr<T>> X nullOf(Type<T, X> type) {
        return type.of(Bind.ofNull(type));
    }

    /** Null as a part of the statement, as one of the results of a case may be. */
    public static <X, E extends Expr<?> & Kind<X>> X nullLike(E like) {
        return like.kindred(new Immutable(new Template(List.of("null"), List.of()), like.type()));
    }

    /** The place of a value that {@link Statement#bind} gives under this name. */
    public static <T, X extends Expr<T>> X param(String name, Type<T, X> type) {
        return type.of(Bind.named(type, name));
    }

    /** A value that belongs to the statement: written into its text, escaped. Callers' values are bound. */
    public static <T, X extends Expr<T>> X inline(Type<T, X> type, T value) {
        return type.of(new Constant(type, value));
    }

    /** A number that belongs to the statement: written into its text. */
    public static NumberExpr<Integer> inline(int value) {
        return inline(SqlTypes.INTEGER, value);
    }

    /** A number that belongs to the statement: written into its text. */
    public static NumberExpr<Long> inline(long value) {
        return inline(SqlTypes.BIGINT, value);
    }

    /** A number that belongs to the statement: written into its text. */
    public static NumberExpr<BigDecimal> inline(BigDecimal value) {
        return inline(SqlTypes.NUMERIC, value);
    }

    /** A text that belongs to the statement: written into it, escaped. */
    public static TextExpr inline(String value) {
        return inline(SqlTypes.TEXT, value);
    }

    /** A span of days and more, as a part of the statement. */
    public static IntervalExpr<Interval> inline(Period value) {
        return inline(SqlTypes.INTERVAL, Interval.of(value));
    }

    /** True or false, as a part of the statement. */
    public static Condition inline(boolean value) {
        return inline(SqlTypes.BOOLEAN, value);
    }

    /**
     * A value that belongs to the statement, of the type of an expression that it stands beside: written into the text,
     * escaped, as that keeps it.
     *
     * <pre>{@code o.status.eq(constant(o.status, Status.OPEN))}</pre>
     */
    public static <T, X, E extends Expr<T> & Kind<X>> X constant(E like, T value) {
        if (value == null) {
            throw new SqlException(SqlError.NULL_VALUE, "a constant is not null; use isNull(), or nullOf(type)");
        }
        return like.kindred(new Constant(like.type(), value));
    }

    /**
     * A fragment of SQL of one's own, as it is: the one place where a text becomes a part of the statement, so let it
     * be a constant of the program. Each <code>{}</code> is the place of an expression or a value, which is bound.
     *
     * <pre>{@code text(SqlTypes.INTEGER, "levenshtein({}, {})", u.name, wanted)}</pre>
     */
    public static <T, X extends Expr<T>> X text(Type<T, X> type, String sql, @Nullable Object... values) {
        return type.of(Fragments.of(sql, values));
    }
}
