// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Join;
import dev.athanor.sql.tree.Ordering;
import dev.athanor.sql.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A select of entities that is made of a plan alone, without a generated table. For one use by one thread. */
final class EntitySelection {
    private final Source from;
    private final List<Integer> positions = new ArrayList<>();
    private final List<Expression> selected = new ArrayList<>();
    private final List<Join> joins = new ArrayList<>();
    private final List<Expression> where = new ArrayList<>();
    private final List<Ordering> order = new ArrayList<>();

    EntitySelection(EntityPlan plan, Source source) {
        this(source, plan.columns(source));
    }

    /** Of some columns. */
    EntitySelection(Source source, List<ColumnReference> columns) {
        this.from = source;
        for (ColumnReference column : columns) {
            positions.add(also(column));
        }
    }

    /**
     * Of some attributes, from another source, to which that of the entities is to be joined.
     *
     * @param attributes which are read; none for all
     */
    EntitySelection(EntityPlan plan, Source source, Optional<PartialEntities> attributes, Source from) {
        this(PartialEntities.columns(attributes, plan, source), from);
    }

    private EntitySelection(List<Optional<ColumnReference>> columns, Source from) {
        this.from = from;
        for (Optional<ColumnReference> column : columns) {
            column.ifPresent(selected::add);
            positions.add(column.isPresent() ? selected.size() : 0);
        }
    }

    EntitySelection join(Join join) {
        joins.add(join);
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

    /** With one more value in each row, unless it is there. Gives its position. */
    int also(Expression value) {
        int there = selected.indexOf(value);
        if (there >= 0) {
            return there + 1;
        }
        selected.add(value);
        return selected.size();
    }

    EntityCommand command() {
        return new EntityCommand(Clauses.select(selected, from, joins, where, order), List.copyOf(positions));
    }

    /** No more than so many rows of each that have these in common, the first in order. */
    EntityCommand limited(int most, List<Expression> common) {
        return new EntityCommand(
                Clauses.limited(selected, from, joins, where, order, most, common), List.copyOf(positions));
    }
}
