// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.render.Rendered;
import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Join;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Ordering;
import dev.athanor.sql.tree.Query;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Subquery;
import dev.athanor.sql.type.SqlTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A query. A value: every step gives a new one. Immutable and thread-safe.
 *
 * <pre>{@code
 * select(u.id, u.email)
 *     .where(u.email.like("%@example.org"))
 *     .orderBy(u.email.asc())
 *     .limit(10)
 * }</pre>
 *
 * @param <R> what each row is read as
 */
public final class Select<R> {
    private final List<Expr<?>> selected;
    private final Result<R> result;
    private final Query.Parts parts;
    private @Nullable Query query;

    private Select(List<Expr<?>> selected, Result<R> result, Query.Parts parts) {
        this.selected = selected;
        this.result = result;
        this.parts = parts;
    }

    static <R> Select<R> of(List<Expr<?>> selected, Result<R> result) {
        if (selected.isEmpty()) {
            throw new SqlException(SqlError.STATEMENT_INVALID, "nothing is selected");
        }
        return new Select<>(
                selected,
                result,
                new Query.Parts(
                        nodes(selected),
                        false,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** Without repeating equal rows. */
    public Select<R> distinct() {
        return with(parts.distinct(true));
    }

    /** From these; where it is not said, from the one whose columns are selected. */
    public Select<R> from(Relation... relations) {
        List<Source> sources = new ArrayList<>(parts.from());
        for (Relation relation : relations) {
            sources.add(relation.source());
        }
        return with(parts.from(sources));
    }

    /** With the rows of another source that fit; rows for which there are none are left out. */
    public Select<R> join(Relation relation, Condition on) {
        return joined(Join.Kind.INNER, relation, Optional.of(on.node()));
    }

    /** With the rows of another source that fit, or nulls where there are none. */
    public Select<R> leftJoin(Relation relation, Condition on) {
        return joined(Join.Kind.LEFT, relation, Optional.of(on.node()));
    }

    /** The rows of another source, with those of this that fit, or nulls where there are none. */
    public Select<R> rightJoin(Relation relation, Condition on) {
        return joined(Join.Kind.RIGHT, relation, Optional.of(on.node()));
    }

    /** All rows of both, with nulls where there are none that fit. */
    public Select<R> fullJoin(Relation relation, Condition on) {
        return joined(Join.Kind.FULL, relation, Optional.of(on.node()));
    }

    /** With every row of another source. */
    public Select<R> crossJoin(Relation relation) {
        return joined(Join.Kind.CROSS, relation, Optional.empty());
    }

    /** Only rows of which all these hold, and those said before. */
    public Select<R> where(Condition... conditions) {
        return with(parts.where(all(parts.where(), conditions)));
    }

    /** A row for each group of rows that have these in common. */
    public Select<R> groupBy(Expr<?>... expressions) {
        List<Expression> nodes = new ArrayList<>(parts.groupBy());
        nodes.addAll(nodes(List.of(expressions)));
        return with(parts.groupBy(nodes));
    }

    /** Only groups of which all these hold, and those said before. */
    public Select<R> having(Condition... conditions) {
        return with(parts.having(all(parts.having(), conditions)));
    }

    /** In this order; after the order said before. */
    public Select<R> orderBy(Order... orders) {
        List<Ordering> nodes = new ArrayList<>(parts.orderBy());
        for (Order order : orders) {
            nodes.add(order.node());
        }
        return with(parts.orderBy(nodes));
    }

    /** No more rows than these. */
    public Select<R> limit(long rows) {
        return with(parts.limit(Optional.of(rows(rows))));
    }

    /** Without this many rows at the beginning. */
    public Select<R> offset(long rows) {
        return with(parts.offset(Optional.of(rows(rows))));
    }

    /** The query in the place of a table. */
    public Derived asTable(String alias) {
        return new Derived(query(), alias, false, selected);
    }

    /** The same, allowed to refer to the sources before it. */
    public Derived asLateral(String alias) {
        return new Derived(query(), alias, true, selected);
    }

    /** Its one value in its one row, in the place of an expression; null if there is no row. */
    public Expr<?> asScalar() {
        if (selected.size() != 1) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID, "a query in the place of a value selects one, not " + selected.size());
        }
        return scalar(selected.get(0));
    }

    private <T> Expr<T> scalar(Expr<T> only) {
        return new Expr<>(new Subquery(query(), Subquery.Kind.SCALAR), only.type());
    }

    Condition exists() {
        return new Condition(new Subquery(query(), Subquery.Kind.EXISTS));
    }

    /** The tree that this is a face of. */
    public Query query() {
        Query made = query;
        if (made == null) {
            made = new Query(parts);
            query = made;
        }
        return made;
    }

    /** The text that will run. */
    public String sql() {
        return rendered().sql();
    }

    /** The values that will be bound to it, in order. */
    public List<@Nullable Object> binds() {
        List<@Nullable Object> values = new ArrayList<>();
        query().forEachBind(bind -> values.add(bind.value()));
        return values;
    }

    Rendered rendered() {
        return StatementCache.shared().rendered(query());
    }

    Result<R> result() {
        return result;
    }

    private Select<R> joined(Join.Kind kind, Relation relation, Optional<Expression> condition) {
        List<Join> joins = new ArrayList<>(parts.joins());
        joins.add(new Join(kind, relation.source(), condition));
        return with(parts.joins(joins));
    }

    private Select<R> with(Query.Parts changed) {
        return new Select<>(selected, result, changed);
    }

    private static List<Expression> nodes(List<Expr<?>> expressions) {
        List<Expression> nodes = new ArrayList<>(expressions.size());
        for (Expr<?> expression : expressions) {
            nodes.add(expression.node());
        }
        return nodes;
    }

    private static Optional<Expression> all(Optional<Expression> before, Condition... conditions) {
        List<Expression> all = new ArrayList<>(conditions.length + 1);
        before.ifPresent(all::add);
        for (Condition condition : conditions) {
            all.add(condition.node());
        }
        return all.isEmpty() ? before : Optional.of(Condition.chain(Operator.AND, all));
    }

    private static Expression rows(long rows) {
        if (rows < 0) {
            throw new SqlException(SqlError.STATEMENT_INVALID, "a number of rows cannot be " + rows);
        }
        return Bind.of(SqlTypes.BIGINT, rows);
    }
}
