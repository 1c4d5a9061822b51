// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Join;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A query of one select. A value: every step gives a new one. Immutable and thread-safe.
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
public final class Select<R> extends Query<R> {
    private final Clauses clauses;
    private final List<Option<? super R>> options;
    private @Nullable Selection command;

    private Select(
            List<Expr<?>> selected,
            Result<R> result,
            Clauses clauses,
            List<Option<? super R>> options,
            Parameters parameters) {
        super(selected, result, parameters);
        this.clauses = clauses;
        this.options = options;
    }

    static <R> Select<R> of(List<Expr<?>> selected, Result<R> result) {
        if (selected.isEmpty()) {
            throw new SqlException(SqlError.STATEMENT_INVALID, "nothing is selected");
        }
        Clauses clauses = new Clauses();
        clauses.selected = nodes(selected);
        return new Select<>(selected, result, clauses, List.of(), Parameters.NONE);
    }

    /** Without repeating equal rows. */
    public Select<R> distinct() {
        return with(changed -> changed.distinct = true);
    }

    /** Only the first row, in the query's order, of those that have these in common. */
    public Select<R> distinctOn(Expr<?>... expressions) {
        return with(changed -> changed.distinctOn = nodes(List.of(expressions)));
    }

    /** From these; where it is not said, from the one whose columns are used. */
    public Select<R> from(Relation... relations) {
        if (clauses.from.isEmpty() && relations.length == 1) {
            List<Source> only = List.of(relations[0].source());
            return with(changed -> changed.from = only);
        }
        List<Source> sources = new ArrayList<>(clauses.from);
        for (Relation relation : relations) {
            if (!sources.contains(relation.source())) {
                sources.add(relation.source());
            }
        }
        return with(changed -> changed.from = sources);
    }

    /** With the rows of another source that fit; rows for which there are none are left out. */
    public Select<R> join(Relation relation, Condition on) {
        return joined(Join.Kind.INNER, relation, on);
    }

    /** With the rows of another table that a relation leads to. */
    public <Q extends Relation> Select<R> join(Path<Q> path, Q target) {
        return joined(Join.Kind.INNER, path.joined(target), path.on(target));
    }

    /** With the rows of another source that fit, or nulls where there are none. */
    public Select<R> leftJoin(Relation relation, Condition on) {
        return joined(Join.Kind.LEFT, relation, on);
    }

    /** With the rows of another table that a relation leads to, or nulls where there are none. */
    public <Q extends Relation> Select<R> leftJoin(Path<Q> path, Q target) {
        return joined(Join.Kind.LEFT, path.joined(target), path.on(target));
    }

    /** The rows of another source, with those of this that fit, or nulls where there are none. */
    public Select<R> rightJoin(Relation relation, Condition on) {
        return joined(Join.Kind.RIGHT, relation, on);
    }

    /** The rows of another table that a relation leads to, with those of this, or nulls where there are none. */
    public <Q extends Relation> Select<R> rightJoin(Path<Q> path, Q target) {
        return joined(Join.Kind.RIGHT, path.joined(target), path.on(target));
    }

    /** All rows of both, with nulls where there are none that fit. */
    public Select<R> fullJoin(Relation relation, Condition on) {
        return joined(Join.Kind.FULL, relation, on);
    }

    /** All rows of both, with nulls where there are none that a relation leads to. */
    public <Q extends Relation> Select<R> fullJoin(Path<Q> path, Q target) {
        return joined(Join.Kind.FULL, path.joined(target), path.on(target));
    }

    /** With every row of another source. */
    public Select<R> crossJoin(Relation relation) {
        Join join = new Join(Join.Kind.CROSS, relation.source(), Optional.empty());
        return with(changed -> changed.joins = Clauses.plus(clauses.joins, join));
    }

    /** Only rows of which all these hold, and those said before. */
    public Select<R> where(Condition... conditions) {
        Optional<Expression> all = all(clauses.where, conditions);
        return with(changed -> changed.where = all);
    }

    /** A row for each group of rows that have these in common. */
    public Select<R> groupBy(Groupable... expressions) {
        List<Expression> nodes = new ArrayList<>(clauses.groupBy);
        for (Groupable expression : expressions) {
            nodes.add(expression.node());
        }
        return with(changed -> changed.groupBy = nodes);
    }

    /** Only groups of which all these hold, and those said before. */
    public Select<R> having(Condition... conditions) {
        Optional<Expression> all = all(clauses.having, conditions);
        return with(changed -> changed.having = all);
    }

    /** With a window that has a name, for several functions to be over it. */
    public Select<R> window(Windowing window) {
        if (window.node().name().isEmpty()) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID, "a window of a query has a name; give it one by as(\"…\")");
        }
        return with(changed -> changed.windows = Clauses.plus(clauses.windows, window.node()));
    }

    @Override
    public Select<R> orderBy(Order... orders) {
        return with(changed -> changed.ending = clauses.ending.orderBy(orders));
    }

    @Override
    public Select<R> limit(long rows) {
        Expression bound = rows(rows);
        return with(changed -> changed.ending = clauses.ending.limit(bound, false));
    }

    @Override
    public Select<R> limit(Expr<? extends Number> rows) {
        return with(changed -> changed.ending = clauses.ending.limit(rows.node(), false));
    }

    @Override
    public Select<R> limitWithTies(long rows) {
        Expression bound = rows(rows);
        return with(changed -> changed.ending = clauses.ending.limit(bound, true));
    }

    @Override
    public Select<R> offset(long rows) {
        Expression bound = rows(rows);
        return with(changed -> changed.ending = clauses.ending.offset(bound));
    }

    @Override
    public Select<R> offset(Expr<? extends Number> rows) {
        return with(changed -> changed.ending = clauses.ending.offset(rows.node()));
    }

    /** Locking the rows, until the transaction ends. */
    public Select<R> lock(Lock lock) {
        return with(changed -> changed.ending = clauses.ending.lock(lock.node()));
    }

    /** With a statement that runs although the query may not use its rows. */
    public Select<R> with(CommonTable table) {
        return with(changed -> changed.with = Clauses.plus(clauses.with, table.node()));
    }

    /**
     * What a part of queries, written once, makes of this.
     *
     * <pre>{@code select(a).apply(newest()).apply(ofAuthor(1L))}</pre>
     */
    public <S> Select<S> apply(Function<? super Select<R>, Select<S>> fragment) {
        return fragment.apply(this);
    }

    /**
     * How a session is to read the entities; in addition to what was said before.
     *
     * <pre>{@code select(a).options(selectin(a.comments).then(selectin(c.author)))}</pre>
     */
    @SafeVarargs
    public final Select<R> options(Option<? super R>... more) {
        List<Option<? super R>> all = new ArrayList<>(options);
        for (Option<? super R> option : more) {
            all.add(option);
        }
        return new Select<>(selected(), result(), clauses, List.copyOf(all), parameters());
    }

    @Override
    public List<Option<? super R>> options() {
        return options;
    }

    @Override
    public Select<R> bind(String name, @Nullable Object value) {
        return new Select<>(selected(), result(), clauses, options, bound(name, value));
    }

    @Override
    public Selection command() {
        Selection made = command;
        if (made == null) {
            made = clauses.node();
            command = made;
        }
        return made;
    }

    private Select<R> joined(Join.Kind kind, Relation relation, Condition on) {
        Join join = new Join(kind, relation.source(), Optional.of(on.node()));
        return with(changed -> changed.joins = Clauses.plus(clauses.joins, join));
    }

    private Select<R> with(Consumer<Clauses> change) {
        Clauses changed = clauses.copy();
        change.accept(changed);
        return new Select<>(selected(), result(), changed, options, parameters());
    }

    static List<Expression> nodes(List<? extends Expr<?>> expressions) {
        Expression[] nodes = new Expression[expressions.size()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = expressions.get(i).node();
        }
        return List.of(nodes);
    }

    static Optional<Expression> all(Optional<Expression> before, Condition... conditions) {
        if (conditions.length == 0) {
            return before;
        }
        int first = before.isPresent() ? 1 : 0;
        Expression[] all = new Expression[first + conditions.length];
        before.ifPresent(expression -> all[0] = expression);
        for (int i = 0; i < conditions.length; i++) {
            all[first + i] = conditions[i].node();
        }
        return Optional.of(Condition.chain(Operator.AND, List.of(all)));
    }
}
