// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.function.Consumer;

/** A query in the place of a table. */
public final class DerivedSource extends Source {
    private static final long KIND = Hash.of(DerivedSource.class);

    private final Command query;
    private final String alias;
    private final boolean lateral;

    /** One of these parts. */
    public DerivedSource(Command query, String alias, boolean lateral) {
        super(Hash.mix(Hash.mix(Hash.mix(KIND, query), alias.hashCode()), lateral ? 1 : 0));
        this.query = query;
        this.alias = alias;
        this.lateral = lateral;
    }

    /** The query. */
    public Command query() {
        return query;
    }

    /** The name by which the statement refers to it. */
    @Override
    public String alias() {
        return alias;
    }

    /** Whether it may refer to the sources before it. */
    public boolean lateral() {
        return lateral;
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        DerivedSource that = (DerivedSource) other;
        return comparison.same(query, that.query) && alias.equals(that.alias) && lateral == that.lateral;
    }

    @Override
    Node mapped(Mapper mapper) {
        return new DerivedSource(mapper.map(query), alias, lateral);
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        consumer.accept(query);
    }

    @Override
    public <R> R accept(SourceVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
