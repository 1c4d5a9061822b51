// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.function.Consumer;

/** A query in the place of a value, or the question whether it has rows. */
public final class Subquery extends Expression {
    private static final long KIND = Hash.of(Subquery.class);

    private final Command query;
    private final Subquery.Kind kind;

    /** One of these parts. */
    public Subquery(Command query, Subquery.Kind kind) {
        super(Hash.mix(Hash.mix(KIND, query), kind));
        this.query = query;
        this.kind = kind;
    }

    /** The query. */
    public Command query() {
        return query;
    }

    /** What it stands for. */
    public Subquery.Kind kind() {
        return kind;
    }

    /** What a query in an expression stands for. */
    public enum Kind {
        SCALAR,
        EXISTS,
        ARRAY
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        Subquery that = (Subquery) other;
        return comparison.same(query, that.query) && kind == that.kind;
    }

    @Override
    Node mapped(Mapper mapper) {
        return new Subquery(mapper.map(query), kind);
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        consumer.accept(query);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
