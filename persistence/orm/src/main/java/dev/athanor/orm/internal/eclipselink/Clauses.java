// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Call;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.DerivedSource;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Join;
import dev.athanor.sql.tree.Labelled;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Ordering;
import dev.athanor.sql.tree.Over;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Tail;
import dev.athanor.sql.tree.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Selects made of some clauses. */
final class Clauses {
    private Clauses() {}

    static Selection select(
            List<Expression> selected, Source from, List<Join> joins, List<Expression> where, List<Ordering> order) {
        return new Selection(
                List.of(),
                new Selection.Parts(
                        false,
                        List.of(),
                        selected,
                        List.of(from),
                        joins,
                        all(where),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        new Tail(order, Optional.empty(), false, Optional.empty(), List.of())));
    }

    /** The same, giving other values. */
    static Selection giving(Selection selection, boolean distinct, List<Expression> selected, Tail tail) {
        Selection.Parts parts = selection.parts();
        return new Selection(
                selection.with(),
                new Selection.Parts(
                        distinct,
                        parts.distinctOn(),
                        selected,
                        parts.from(),
                        parts.joins(),
                        parts.where(),
                        parts.groupBy(),
                        parts.having(),
                        parts.windows(),
                        tail));
    }

    /** All of them hold. */
    static Optional<Expression> all(List<Expression> conditions) {
        return conditions.size() < 2
                ? conditions.stream().findFirst()
                : Optional.of(new Operation(Operator.AND, conditions));
    }

    static Join leftJoin(Source source, List<Expression> conditions) {
        return new Join(Join.Kind.LEFT, source, all(conditions));
    }

    /** Values, each under a name that says only its place. */
    static List<Expression> numbered(String prefix, List<? extends Expression> values) {
        List<Expression> numbered = new ArrayList<>();
        for (Expression value : values) {
            numbered.add(new Labelled(value.unlabelled(), prefix + (numbered.size() + 1)));
        }
        return numbered;
    }

    /** The values of a query whose values are numbered. */
    static List<Expression> numbers(DerivedSource query, String prefix, int count) {
        return IntStream.rangeClosed(1, count)
                .<Expression>mapToObj(i -> new ColumnReference(query, prefix + i))
                .toList();
    }

    /** Values equal others, in their order. */
    static List<Expression> equal(List<? extends Expression> left, List<? extends Expression> right) {
        List<Expression> equal = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            equal.add(new Operation(Operator.EQUAL, List.of(left.get(i), right.get(i))));
        }
        return equal;
    }

    /** A select of no more than so many rows of each that have these in common, the first in order. */
    static Selection limited(
            List<Expression> selected,
            Source from,
            List<Join> joins,
            List<Expression> where,
            List<Ordering> order,
            int most,
            List<Expression> common) {
        Call number = Call.of(Call.Kind.WINDOW, "row_number", List.of());
        Over place = new Over(number, new Window(Optional.empty(), common, order, Optional.empty()));
        List<Expression> inner = numbered("c", selected);
        inner.add(new Labelled(place, "place"));
        DerivedSource part = new DerivedSource(select(inner, from, joins, where, List.of()), "part", false);
        Expression there = new ColumnReference(part, "place");
        Expression first = new Operation(Operator.LESS_OR_EQUAL, List.of(there, Bind.of(SqlTypes.BIGINT, (long) most)));
        return select(
                numbers(part, "c", selected.size()),
                part,
                List.of(),
                List.of(first),
                List.of(new Ordering(there, false, Ordering.Nulls.DEFAULT)));
    }
}
