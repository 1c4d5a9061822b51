// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Join;
import dev.athanor.sql.tree.Ordering;
import dev.athanor.sql.tree.Source;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A select of entities that is made of a plan alone, without a generated table. For one use by one thread. */
final class EntitySelection {
    private final Source from;
    private final int width;
    private final List<Expression> selected;
    private final List<Join> joins = new ArrayList<>();
    private final List<Expression> where = new ArrayList<>();
    private final List<Ordering> order = new ArrayList<>();

    EntitySelection(EntityPlan plan, Source source) {
        this(source, plan.columns(source));
    }

    /** Of some columns. */
    EntitySelection(Source source, List<ColumnReference> columns) {
        this(columns, source);
    }

    /** From another source, to which that of the entities is to be joined. */
    EntitySelection(EntityPlan plan, Source source, Source from) {
        this(plan.columns(source), from);
    }

    private EntitySelection(List<ColumnReference> columns, Source from) {
        this.from = from;
        this.width = columns.size();
        this.selected = new ArrayList<>(columns);
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

    /** With one more value in each row. Gives its position. */
    int also(Expression value) {
        selected.add(value);
        return selected.size();
    }

    EntityCommand command() {
        return new EntityCommand(Clauses.select(selected, from, joins, where, order), positions());
    }

    /** All columns of the plan, which come first. */
    private List<Integer> positions() {
        return new Positions(width);
    }

    private static final class Positions extends AbstractList<Integer> {
        private final int size;

        Positions(int size) {
            this.size = size;
        }

        @Override
        public Integer get(int index) {
            return Objects.checkIndex(index, size) + 1;
        }

        @Override
        public int size() {
            return size;
        }
    }

    /** No more than so many rows of each that have these in common, the first in order. */
    EntityCommand limited(int most, List<Expression> common) {
        return new EntityCommand(Clauses.limited(selected, from, joins, where, order, most, common), positions());
    }
}
