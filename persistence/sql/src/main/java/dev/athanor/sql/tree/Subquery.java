// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.function.Consumer;

/** A query in the place of a value, or the question whether it has rows. */
public final class Subquery extends Expression {
    private static final long KIND = Hash.of(Subquery.class);

    private final Query query;
    private final Subquery.Kind kind;

    public Subquery(Query query, Subquery.Kind kind) {
        super(Hash.mix(Hash.mix(KIND, query), kind));
        this.query = query;
        this.kind = kind;
    }

    /** The query. */
    public Query query() {
        return query;
    }

    /** What it stands for. */
    public Subquery.Kind kind() {
        return kind;
    }

    /** What a query in an expression stands for. */
    public enum Kind {
        SCALAR,
        EXISTS
    }

    @Override
    boolean sameParts(Node other) {
        Subquery that = (Subquery) other;
        return query.sameStructure(that.query) && kind == that.kind;
    }

    @Override
    public void forEachBind(Consumer<Bind> consumer) {
        query.forEachBind(consumer);
    }

    @Override
    public <R> R accept(ExpressionVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
