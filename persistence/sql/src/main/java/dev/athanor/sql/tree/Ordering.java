// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.function.Consumer;

/** One part of an order. */
public final class Ordering extends Node {
    private static final long KIND = Hash.of(Ordering.class);

    private final Expression expression;
    private final boolean descending;
    private final Nulls nulls;

    /** One of these parts. */
    public Ordering(Expression expression, boolean descending, Nulls nulls) {
        super(Hash.mix(Hash.mix(Hash.mix(KIND, expression), descending ? 1 : 0), nulls));
        this.expression = expression;
        this.descending = descending;
        this.nulls = nulls;
    }

    /** What to order by. */
    public Expression expression() {
        return expression;
    }

    /** Whether the greatest comes first. */
    public boolean descending() {
        return descending;
    }

    /** Where nulls go. */
    public Nulls nulls() {
        return nulls;
    }

    /** Where nulls go. */
    public enum Nulls {
        DEFAULT,
        FIRST,
        LAST
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        Ordering that = (Ordering) other;
        return comparison.same(expression, that.expression) && descending == that.descending && nulls == that.nulls;
    }

    @Override
    Node mapped(Mapper mapper) {
        Expression mapped = mapper.map(expression);
        return mapped == expression ? this : new Ordering(mapped, descending, nulls);
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        if (!(expression instanceof Labelled)) {
            consumer.accept(expression);
        }
    }
}
