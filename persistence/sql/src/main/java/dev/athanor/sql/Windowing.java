// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Frame;
import dev.athanor.sql.tree.Ordering;
import dev.athanor.sql.tree.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which rows are around a row, for functions {@code over(…)} them. A value: every step gives a new one. Immutable and
 * thread-safe.
 *
 * <pre>{@code rowNumber().over(partitionBy(e.departmentId).orderBy(e.salary.desc()))}</pre>
 */
public final class Windowing {
    private final Window node;

    private Windowing(Window node) {
        this.node = node;
    }

    static Windowing of(List<Expression> partitionBy, List<Ordering> orderBy) {
        return new Windowing(new Window(Optional.empty(), partitionBy, orderBy, Optional.empty()));
    }

    /** In this order; after the order said before. */
    public Windowing orderBy(Order... orders) {
        List<Ordering> all = new ArrayList<>(node.orderBy());
        all.addAll(Order.unlabelled(orders));
        return new Windowing(new Window(Optional.empty(), node.partitionBy(), all, node.frame()));
    }

    /** Only those from one row to another, counted in rows. */
    public Windowing rows(Bound from, Bound to) {
        return framed(Frame.Unit.ROWS, from, to);
    }

    /** Only those from one value of the order to another: as far away as the bounds say. */
    public Windowing range(Bound from, Bound to) {
        return framed(Frame.Unit.RANGE, from, to);
    }

    /** Only those from one group of rows equal in order to another, counted in groups. */
    public Windowing groups(Bound from, Bound to) {
        return framed(Frame.Unit.GROUPS, from, to);
    }

    /** Without the row itself. */
    public Windowing excludeCurrentRow() {
        return excluding(Frame.Exclusion.CURRENT_ROW);
    }

    /** Without the row and those equal to it in order. */
    public Windowing excludeGroup() {
        return excluding(Frame.Exclusion.GROUP);
    }

    /** Without the rows that are equal to it in order, but for itself. */
    public Windowing excludeTies() {
        return excluding(Frame.Exclusion.TIES);
    }

    /** Under a name: written once, by {@link Select#window}, for several functions. What is made of it has no name. */
    public Windowing as(String name) {
        return new Windowing(new Window(Optional.of(name), node.partitionBy(), node.orderBy(), node.frame()));
    }

    /** The part of the tree that this is a face of. */
    public Window node() {
        return node;
    }

    private Windowing framed(Frame.Unit unit, Bound from, Bound to) {
        return framed(new Frame(unit, from.kind(), from.offset(), to.kind(), to.offset(), Frame.Exclusion.NOTHING));
    }

    private Windowing excluding(Frame.Exclusion exclusion) {
        Frame frame = node.frame()
                .orElse(new Frame(
                        Frame.Unit.RANGE,
                        Frame.Bound.UNBOUNDED_PRECEDING,
                        Optional.empty(),
                        Frame.Bound.CURRENT_ROW,
                        Optional.empty(),
                        exclusion));
        return framed(
                new Frame(frame.unit(), frame.from(), frame.fromOffset(), frame.to(), frame.toOffset(), exclusion));
    }

    private Windowing framed(Frame frame) {
        return new Windowing(new Window(Optional.empty(), node.partitionBy(), node.orderBy(), Optional.of(frame)));
    }
}
