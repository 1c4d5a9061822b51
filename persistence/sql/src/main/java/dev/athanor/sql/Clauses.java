// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.CommonTable;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Join;
import dev.athanor.sql.tree.Ordering;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Tail;
import dev.athanor.sql.tree.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The clauses of a select while one of them is changed: a copy, which nobody else knows yet. */
final class Clauses {
    List<CommonTable> with = List.of();
    boolean distinct;
    List<Expression> distinctOn = List.of();
    List<Expression> selected = List.of();
    List<Source> from = List.of();
    List<Join> joins = List.of();
    Optional<Expression> where = Optional.empty();
    List<Expression> groupBy = List.of();
    Optional<Expression> having = Optional.empty();
    List<Window> windows = List.of();
    Ending ending = Ending.NONE;

    Clauses copy() {
        Clauses copy = new Clauses();
        copy.with = with;
        copy.distinct = distinct;
        copy.distinctOn = distinctOn;
        copy.selected = selected;
        copy.from = from;
        copy.joins = joins;
        copy.where = where;
        copy.groupBy = groupBy;
        copy.having = having;
        copy.windows = windows;
        copy.ending = ending;
        return copy;
    }

    Selection node() {
        Positions positions = new Positions(selected);
        return new Selection(
                with,
                new Selection.Parts(
                        distinct,
                        positions.of(distinctOn),
                        selected,
                        from,
                        joins,
                        where,
                        positions.of(groupBy),
                        having,
                        windows,
                        positions.of(ending.tail())));
    }

    static <N> List<N> plus(List<N> before, N one) {
        if (before.isEmpty()) {
            return List.of(one);
        }
        List<N> all = new ArrayList<>(before.size() + 1);
        all.addAll(before);
        all.add(one);
        return all;
    }

    /**
     * What queries of all kinds end with.
     *
     * @param tail the clauses
     */
    record Ending(Tail tail) {
        static final Ending NONE = new Ending(Tail.NONE);

        Ending orderBy(Order... orders) {
            List<Ordering> all = Order.nodes(tail.orderBy(), orders);
            return new Ending(new Tail(all, tail.limit(), tail.ties(), tail.offset(), tail.locks()));
        }

        Ending limit(Expression rows, boolean ties) {
            return new Ending(new Tail(tail.orderBy(), Optional.of(rows), ties, tail.offset(), tail.locks()));
        }

        Ending offset(Expression rows) {
            return new Ending(new Tail(tail.orderBy(), tail.limit(), tail.ties(), Optional.of(rows), tail.locks()));
        }

        Ending lock(Tail.Lock lock) {
            return new Ending(
                    new Tail(tail.orderBy(), tail.limit(), tail.ties(), tail.offset(), plus(tail.locks(), lock)));
        }
    }
}
