// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.List;
import java.util.function.Consumer;

/** Several ways to group at once. */
public final class Grouping extends Expression {
    private static final long KIND = Hash.of(Grouping.class);

    private final Kind kind;
    private final List<Expression> parts;

    /** One of these parts. */
    public Grouping(Kind kind, List<Expression> parts) {
        super(Hash.mix(Hash.mix(KIND, kind), parts));
        this.kind = kind;
        this.parts = List.copyOf(parts);
    }

    /** How the parts make groups. */
    public Kind kind() {
        return kind;
    }

    /** What is grouped by; groupings, too. */
    public List<Expression> parts() {
        return parts;
    }

    /** How parts make groups. */
    public enum Kind {
        /** By all of them, all but the last, and so on to none. */
        ROLLUP,
        /** By every choice of them. */
        CUBE,
        /** By each of them. */
        SETS,
        /** By all of them together. */
        SET
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        Grouping that = (Grouping) other;
        return kind == that.kind && comparison.same(parts, that.parts);
    }

    @Override
    Node mapped(Mapper mapper) {
        return new Grouping(kind, mapper.all(parts));
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        give(parts, consumer);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
