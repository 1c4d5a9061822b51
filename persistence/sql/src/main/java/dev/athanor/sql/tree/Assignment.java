// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.function.Consumer;

/** A column and the value it gets. */
public final class Assignment extends Node {
    private static final long KIND = Hash.of(Assignment.class);

    private final String column;
    private final Expression value;

    /** One of these parts. */
    public Assignment(String column, Expression value) {
        super(Hash.mix(Hash.mix(KIND, column.hashCode()), value));
        this.column = column;
        this.value = value;
    }

    /** The name of the column. */
    public String column() {
        return column;
    }

    /** The value. */
    public Expression value() {
        return value;
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        Assignment that = (Assignment) other;
        return column.equals(that.column) && comparison.same(value, that.value);
    }

    @Override
    Node mapped(Mapper mapper) {
        return new Assignment(column, mapper.map(value));
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        consumer.accept(value);
    }
}
