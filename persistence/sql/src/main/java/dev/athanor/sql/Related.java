// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import java.util.function.Function;

/**
 * Values of the rows that a relation leads to, as expressions about the row that has it: each is a query of its own, so
 * that nothing has to be joined. To be imported statically.
 *
 * <pre>{@code
 * QBook b = QBook.as("b");
 * select(a.name, count(a.books, b), value(a.books, b, book -> max(book.pages))).from(a)
 * }</pre>
 */
public final class Related {
    private Related() {}

    /** A value of the one row a relation leads to, or an aggregate of all of them; null if there is none. */
    public static <Q extends Relation, X> X value(Path<Q> path, Q target, Function<Q, ? extends Kind<X>> value) {
        Kind<X> selected = value.apply(target);
        return selected.kindred(rows(path, target, (Expr<?>) selected).scalar());
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
