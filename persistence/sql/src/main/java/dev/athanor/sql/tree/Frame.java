// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.Optional;
import java.util.function.Consumer;

/** Which rows of a window a function looks at. */
public final class Frame extends Node {
    private static final long KIND = Hash.of(Frame.class);

    private final Unit unit;
    private final Bound from;
    private final Optional<Expression> fromOffset;
    private final Bound to;
    private final Optional<Expression> toOffset;
    private final Exclusion exclusion;

    /** One of these parts. */
    public Frame(
            Unit unit,
            Bound from,
            Optional<Expression> fromOffset,
            Bound to,
            Optional<Expression> toOffset,
            Exclusion exclusion) {
        super(Hash.mix(
                Hash.mix(Hash.mix(Hash.mix(Hash.mix(Hash.mix(KIND, unit), from), fromOffset), to), toOffset),
                exclusion));
        this.unit = unit;
        this.from = from;
        this.fromOffset = fromOffset;
        this.to = to;
        this.toOffset = toOffset;
        this.exclusion = exclusion;
    }

    /** What is counted. */
    public Unit unit() {
        return unit;
    }

    /** Where the frame begins. */
    public Bound from() {
        return from;
    }

    /** How far that is away. */
    public Optional<Expression> fromOffset() {
        return fromOffset;
    }

    /** Where the frame ends. */
    public Bound to() {
        return to;
    }

    /** How far that is away. */
    public Optional<Expression> toOffset() {
        return toOffset;
    }

    /** What is left out. */
    public Exclusion exclusion() {
        return exclusion;
    }

    /** What is counted. */
    public enum Unit {
        ROWS,
        RANGE,
        GROUPS
    }

    /** Where a frame begins or ends. */
    public enum Bound {
        UNBOUNDED_PRECEDING,
        PRECEDING,
        CURRENT_ROW,
        FOLLOWING,
        UNBOUNDED_FOLLOWING
    }

    /** What is left out of a frame. */
    public enum Exclusion {
        NOTHING,
        CURRENT_ROW,
        GROUP,
        TIES
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        Frame that = (Frame) other;
        return unit == that.unit
                && from == that.from
                && comparison.same(fromOffset, that.fromOffset)
                && to == that.to
                && comparison.same(toOffset, that.toOffset)
                && exclusion == that.exclusion;
    }

    @Override
    Node mapped(Mapper mapper) {
        return new Frame(unit, from, mapper.maybe(fromOffset), to, mapper.maybe(toOffset), exclusion);
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        give(fromOffset, consumer);
        give(toOffset, consumer);
    }
}
