// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.Optional;
import java.util.function.Consumer;

/** A source and how it is joined to those before it. */
public final class Join extends Node {
    private static final long KIND = Hash.of(Join.class);

    private final Kind kind;
    private final Source source;
    private final Optional<Expression> condition;

    /** One of these parts. */
    public Join(Kind kind, Source source, Optional<Expression> condition) {
        super(Hash.mix(Hash.mix(Hash.mix(KIND, kind), source), condition));
        if (condition.isPresent() == (kind == Kind.CROSS)) {
            throw new IllegalArgumentException(
                    "a " + kind + " join has " + (condition.isPresent() ? "no" : "a") + " condition");
        }
        this.kind = kind;
        this.source = source;
        this.condition = condition;
    }

    /** The kind of join. */
    public Kind kind() {
        return kind;
    }

    /** What is joined. */
    public Source source() {
        return source;
    }

    /** What rows belong together; there is none in a cross join. */
    public Optional<Expression> condition() {
        return condition;
    }

    /** The kinds of join. */
    public enum Kind {
        INNER,
        LEFT,
        RIGHT,
        FULL,
        CROSS
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        Join that = (Join) other;
        return kind == that.kind && comparison.same(source, that.source) && comparison.same(condition, that.condition);
    }

    @Override
    Node mapped(Mapper mapper) {
        return new Join(kind, mapper.map(source), mapper.maybe(condition));
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        consumer.accept(source);
        give(condition, consumer);
    }
}
