// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.function.Consumer;

/** A function of the rows around one. */
public final class Over extends Expression {
    private static final long KIND = Hash.of(Over.class);

    private final Call call;
    private final Window window;

    /** One of these parts. */
    public Over(Call call, Window window) {
        super(Hash.mix(Hash.mix(KIND, call), window));
        this.call = call;
        this.window = window;
    }

    /** The function. */
    public Call call() {
        return call;
    }

    /** Which rows are around. */
    public Window window() {
        return window;
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        Over that = (Over) other;
        return comparison.same(call, that.call) && comparison.same(window, that.window);
    }

    @Override
    Node mapped(Mapper mapper) {
        return new Over(mapper.map(call), mapper.map(window));
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        consumer.accept(call);
        if (window.name().isEmpty()) {
            consumer.accept(window);
        }
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
