// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Join;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Ordering;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Tail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A select of entities that is made of a plan alone, without a generated table. For one use by one thread. */
final class EntitySelection {
    private final Source source;
    private final int width;
    private final List<Expression> selected;
    private final List<Join> joins = new ArrayList<>();
    private final List<Expression> where = new ArrayList<>();
    private final List<Ordering> order = new ArrayList<>();

    EntitySelection(EntityPlan plan, Source source) {
        this(plan, source, plan.columns(source));
    }

    EntitySelection(EntityPlan plan, Source source, List<ColumnReference> columns) {
        this.source = source;
        this.width = columns.size();
        this.selected = new ArrayList<>(columns);
    }

    EntitySelection join(Source joined, Expression condition) {
        joins.add(new Join(Join.Kind.INNER, joined, Optional.of(condition)));
        return this;
    }

    EntitySelection where(Expression condition) {
        where.add(condition);
        return this;
    }

    EntitySelection orderBy(Ordering ordering) {
        order.add(ordering);
        return this;
    }

    /** With one more value in each row. Gives its position. */
    int also(Expression value) {
        selected.add(value);
        return selected.size();
    }

    EntityCommand command() {
        Selection selection = new Selection(
                List.of(),
                new Selection.Parts(
                        false,
                        List.of(),
                        selected,
                        List.of(source),
                        joins,
                        all(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        new Tail(order, Optional.empty(), false, Optional.empty(), List.of())));
        return new EntityCommand(
                selection, IntStream.rangeClosed(1, width).boxed().toList());
    }

    private Optional<Expression> all() {
        return where.size() < 2 ? where.stream().findFirst() : Optional.of(new Operation(Operator.AND, where));
    }
}
