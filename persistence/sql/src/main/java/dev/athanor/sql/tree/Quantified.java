// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.function.Consumer;

/** Any or all of several values, to be compared with. */
public final class Quantified extends Expression {
    private static final long KIND = Hash.of(Quantified.class);

    private final Kind kind;
    private final Expression values;

    /** One of these parts. */
    public Quantified(Kind kind, Expression values) {
        super(Hash.mix(Hash.mix(KIND, kind), values));
        this.kind = kind;
        this.values = values;
    }

    /** How many of them. */
    public Kind kind() {
        return kind;
    }

    /** A query, or an array. */
    public Expression values() {
        return values;
    }

    /** How many of the values a comparison has to hold for. */
    public enum Kind {
        ANY,
        ALL
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        Quantified that = (Quantified) other;
        return kind == that.kind && comparison.same(values, that.values);
    }

    @Override
    Node mapped(Mapper mapper) {
        return new Quantified(kind, mapper.map(values));
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        consumer.accept(values);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
