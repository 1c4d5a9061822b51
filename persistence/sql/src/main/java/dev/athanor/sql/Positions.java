// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Cast;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Constant;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Grouping;
import dev.athanor.sql.tree.Labelled;
import dev.athanor.sql.tree.Ordering;
import dev.athanor.sql.tree.Ordinal;
import dev.athanor.sql.tree.Sameness;
import dev.athanor.sql.tree.Tail;
import java.util.ArrayList;
import java.util.List;

/**
 * Refers to selected values by their place, where they hold bound values: the database takes each of these for another
 * value, and would not see that a group and a selected expression are the same.
 */
final class Positions {
    private final List<Expression> selected;

    Positions(List<Expression> selected) {
        this.selected = selected;
    }

    List<Expression> of(List<Expression> expressions) {
        if (expressions.isEmpty()) {
            return expressions;
        }
        List<Expression> placed = new ArrayList<>(expressions.size());
        for (Expression expression : expressions) {
            placed.add(of(expression));
        }
        return placed;
    }

    Tail of(Tail tail) {
        for (Ordering part : tail.orderBy()) {
            if (placed(part) != part) {
                return new Tail(
                        tail.orderBy().stream().map(this::placed).toList(),
                        tail.limit(),
                        tail.ties(),
                        tail.offset(),
                        tail.locks());
            }
        }
        return tail;
    }

    private Ordering placed(Ordering part) {
        Expression expression = part.expression();
        Expression place = expression instanceof Labelled ? expression : of(expression);
        return place == expression ? part : new Ordering(place, part.descending(), part.nulls());
    }

    /** A constant is not left bare: a number there would be a position. */
    private Expression of(Expression expression) {
        Expression plain = expression.unlabelled();
        if (plain instanceof Grouping grouping) {
            return new Grouping(grouping.kind(), of(grouping.parts()));
        }
        if (plain instanceof Constant constant) {
            return new Cast(constant, constant.type());
        }
        if (plain instanceof ColumnReference || !Sameness.hasBinds(plain)) {
            return expression;
        }
        for (int i = 0; i < selected.size(); i++) {
            if (Sameness.same(selected.get(i).unlabelled(), plain)) {
                return new Ordinal(i + 1);
            }
        }
        return expression;
    }
}
