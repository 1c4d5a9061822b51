// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.function.Consumer;

/** A name in the place of a value: of an output column, or of a collation. */
public final class Identifier extends Expression {
    private static final long KIND = Hash.of(Identifier.class);

    private final String name;

    /** One of these parts. */
    public Identifier(String name) {
        super(Hash.mix(KIND, name.hashCode()));
        this.name = name;
    }

    /** The name. */
    public String name() {
        return name;
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        Identifier that = (Identifier) other;
        return name.equals(that.name);
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
