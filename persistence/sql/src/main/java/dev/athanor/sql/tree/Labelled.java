// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.function.Consumer;

/** A value with a name: declared where it is selected, and referred to by that name in the order. */
public final class Labelled extends Expression {
    private static final long KIND = Hash.of(Labelled.class);

    private final Expression expression;
    private final String label;

    /** One of these parts. */
    public Labelled(Expression expression, String label) {
        super(Hash.mix(Hash.mix(KIND, expression), label.hashCode()));
        this.expression = expression;
        this.label = label;
    }

    /** The value. */
    public Expression expression() {
        return expression;
    }

    /** The name. */
    public String label() {
        return label;
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        Labelled that = (Labelled) other;
        return comparison.same(expression, that.expression) && label.equals(that.label);
    }

    @Override
    Node mapped(Mapper mapper) {
        return new Labelled(mapper.map(expression), label);
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        consumer.accept(expression);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
