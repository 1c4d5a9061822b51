// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.function.Consumer;

/** A selected value by its place: how a database recognises one that has binds, of which each is another to it. */
public final class Ordinal extends Expression {
    private static final long KIND = Hash.of(Ordinal.class);

    private final int position;

    /** The place, from 1. */
    public Ordinal(int position) {
        super(Hash.mix(KIND, position));
        this.position = position;
    }

    /** The place, from 1. */
    public int position() {
        return position;
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        return position == ((Ordinal) other).position;
    }

    @Override
    Node mapped(Mapper mapper) {
        return this;
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {}

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
