// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Node;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Through;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Values of the rows that a relation leads to, as expressions about the row that has it, so that nothing has to be
 * joined: each is a query of its own, but for {@link #one}. To be imported statically.
 *
 * <pre>{@code
 * QBook b = QBook.as("b");
 * select(a.name, count(a.books, b), value(a.books, b, book -> max(book.pages))).from(a)
 * }</pre>
 */
public final class Related {
    private Related() {}

    /**
     * A value of the one row a relation leads to; null if there is none. A select from the owner joins that row by
     * itself, once for all its values; everywhere else this is as {@link #value}.
     *
     * @param path a relation that leads to one row at most
     * @param target the table it leads to, by an alias that nothing else in the statement has; see {@link #alias}
     */
    public static <Q extends Table, X> X one(Path<Q> path, Q target, Function<Q, ? extends Kind<X>> value) {
        Kind<X> selected = value.apply(target);
        Expression plain = selected.node().unlabelled();
        Source source = path.joined(target).source();
        Expression condition = path.on(target).node();
        new Joinable(source).check(plain, condition);
        return selected.kindred(new Through(plain, source, condition));
    }

    /**
     * The alias of what a relation leads to: the same for the same relation of the same owner, and another for every
     * other.
     */
    public static String alias(Table owner, String attribute) {
        return Aliases.of(owner.source().alias(), '/', attribute);
    }

    /**
     * The alias of what a relation leads to, where expressions of other rows are compared with it.
     *
     * @param around expressions that may be of a table of the alias that it would have otherwise
     */
    public static String alias(Table owner, String attribute, Expr<?>... around) {
        String alias = alias(owner, attribute);
        for (int i = 2; used(alias, around); i++) {
            alias = alias(owner, attribute + i);
        }
        return alias;
    }

    private static boolean used(String alias, Expr<?>... around) {
        boolean[] found = new boolean[1];
        Consumer<Node> search = new Consumer<>() {
            @Override
            public void accept(Node node) {
                found[0] |= node instanceof ColumnReference column
                        && column.source().declared().alias().equals(alias);
                node.forEachPart(this);
            }
        };
        for (Expr<?> expression : around) {
            search.accept(expression.node());
        }
        return found[0];
    }

    /** A value of the one row a relation leads to, or an aggregate of all of them; null if there is none. */
    public static <Q extends Relation, X> X value(Path<Q> path, Q target, Function<Q, ? extends Kind<X>> value) {
        Kind<X> selected = value.apply(target);
        return selected.kindred(rows(path, target, (Expr<?>) selected).scalar());
    }

    /**
     * A value of the one row a relation leads to, as {@link #one} gives it; for generated code.
     *
     * @param value an expression of the target
     */
    public static <Q extends Table, X> X one(Path<Q> path, Q target, Kind<X> value) {
        return one(path, target, same -> value);
    }

    /**
     * An aggregate of the rows a relation leads to of which all these hold; null if there is none. For generated code.
     *
     * @param value an expression of the target
     */
    public static <Q extends Relation, X> X value(Path<Q> path, Q target, Kind<X> value, Condition... conditions) {
        return value.kindred(
                rows(path, target, (Expr<?>) value).where(conditions).scalar());
    }

    /** How many rows a relation leads to of which all these hold. */
    public static <Q extends Relation> NumberExpr<Long> count(Path<Q> path, Q target, Condition... conditions) {
        return rows(path, target, Aggregates.count()).where(conditions).asScalar(SqlTypes.BIGINT);
    }

    /** Whether a relation leads to any row of which all these hold. */
    public static <Q extends Relation> Condition exists(Path<Q> path, Q target, Condition... conditions) {
        return Sql.exists(rows(path, target, Sql.inline(1)).where(conditions));
    }

    /** Whether a relation leads to no row of which all these hold. */
    public static <Q extends Relation> Condition notExists(Path<Q> path, Q target, Condition... conditions) {
        return exists(path, target, conditions).not();
    }

    private static <Q extends Relation> Select<?> rows(Path<Q> path, Q target, Expr<?> selected) {
        return Sql.selectValue(selected).from(path.joined(target)).where(path.on(target));
    }
}
