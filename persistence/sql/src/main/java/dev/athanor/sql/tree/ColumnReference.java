// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.function.Consumer;

/** A column of a source. */
public final class ColumnReference extends Expression {
    private static final long KIND = Hash.of(ColumnReference.class);

    private final Source source;
    private final String name;

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
    boolean sameParts(Node other) {
        ColumnReference that = (ColumnReference) other;
        return source.sameStructure(that.source) && name.equals(that.name);
    }

    /** None: those of a query in the place of a table are written where it is a source. */
    @Override
    public void forEachBind(Consumer<Bind> consumer) {}

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
