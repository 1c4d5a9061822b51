// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.function.Consumer;

/** A column of a source. */
public final class ColumnReference extends Expression {
    private static final long KIND = Hash.of(ColumnReference.class);

    private final Source source;
    private final String name;

    /** One of these parts. */
    public ColumnReference(Source source, String name) {
        super(Hash.mix(Hash.mix(KIND, source), name.hashCode()));
        this.source = source;
        this.name = name;
    }

    /** What has the column. */
    public Source source() {
        return source;
    }

    /** Its name there. */
    public String name() {
        return name;
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        ColumnReference that = (ColumnReference) other;
        return name.equals(that.name) && comparison.same(source, that.source);
    }

    @Override
    Node mapped(Mapper mapper) {
        Source mapped = mapper.map(source);
        return mapped == source ? this : new ColumnReference(mapped, name);
    }

    /** None: its source is written where the rows come from. */
    @Override
    public void forEachPart(Consumer<? super Node> consumer) {}

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
