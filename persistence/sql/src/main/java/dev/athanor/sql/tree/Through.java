// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.Objects;
import java.util.function.Consumer;

/**
 * A value of the row that a relation leads to; null if there is none. Where it can, a select joins that row by itself,
 * once for all values of it; elsewhere, a query in the place of the value asks for it.
 */
public final class Through extends Expression {
    private static final long KIND = Hash.of(Through.class);

    private final Expression value;
    private final Source target;
    private final Expression condition;

    /** One of these parts. */
    public Through(Expression value, Source target, Expression condition) {
        super(Hash.mix(Hash.mix(Hash.mix(KIND, value), target), condition));
        this.value = Objects.requireNonNull(value, "value");
        this.target = Objects.requireNonNull(target, "target");
        this.condition = Objects.requireNonNull(condition, "condition");
    }

    /** The value, of columns of the target. */
    public Expression value() {
        return value;
    }

    /** What the relation leads to. */
    public Source target() {
        return target;
    }

    /** What row of it is meant; holds no binds, for it may be written once for many values. */
    public Expression condition() {
        return condition;
    }

    /** Whether another value is of the same row. */
    public boolean samePath(Through other) {
        Comparison comparison = new Comparison();
        return comparison.same(target, other.target) && comparison.same(condition, other.condition);
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        Through that = (Through) other;
        return comparison.same(value, that.value)
                && comparison.same(target, that.target)
                && comparison.same(condition, that.condition);
    }

    @Override
    Node mapped(Mapper mapper) {
        return new Through(mapper.map(value), mapper.map(target), mapper.map(condition));
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        consumer.accept(value);
        consumer.accept(condition);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
