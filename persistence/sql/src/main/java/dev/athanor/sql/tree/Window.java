// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Which rows are around a row, in which order. */
public final class Window extends Node {
    private static final long KIND = Hash.of(Window.class);

    private final Optional<String> name;
    private final List<Expression> partitionBy;
    private final List<Ordering> orderBy;
    private final Optional<Frame> frame;

    /** One of these parts. */
    public Window(Optional<String> name, List<Expression> partitionBy, List<Ordering> orderBy, Optional<Frame> frame) {
        super(Hash.mix(Hash.mix(Hash.mix(Hash.mix(KIND, name.hashCode()), partitionBy), orderBy), frame));
        this.name = name;
        this.partitionBy = List.copyOf(partitionBy);
        this.orderBy = List.copyOf(orderBy);
        this.frame = frame;
    }

    /** Its name, if the query declares it for several functions. */
    public Optional<String> name() {
        return name;
    }

    /** What the rows have in common. */
    public List<Expression> partitionBy() {
        return partitionBy;
    }

    /** Their order. */
    public List<Ordering> orderBy() {
        return orderBy;
    }

    /** Which of them count. */
    public Optional<Frame> frame() {
        return frame;
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        Window that = (Window) other;
        return name.equals(that.name)
                && comparison.same(partitionBy, that.partitionBy)
                && comparison.same(orderBy, that.orderBy)
                && comparison.same(frame, that.frame);
    }

    @Override
    Node mapped(Mapper mapper) {
        return new Window(name, mapper.all(partitionBy), mapper.all(orderBy), mapper.maybe(frame));
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        give(partitionBy, consumer);
        give(orderBy, consumer);
        give(frame, consumer);
    }
}
