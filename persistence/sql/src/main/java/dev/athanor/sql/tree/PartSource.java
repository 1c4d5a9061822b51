// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.function.Consumer;

/** One of several tables that are one source: what its columns refer to. */
public final class PartSource extends Source {
    private static final long KIND = Hash.of(PartSource.class);

    private final JoinedSource whole;
    private final String alias;

    /** The table of this alias. */
    public PartSource(JoinedSource whole, String alias) {
        super(Hash.mix(Hash.mix(KIND, whole), alias.hashCode()));
        this.whole = whole;
        this.alias = alias;
    }

    /** The source that a statement has. */
    public JoinedSource whole() {
        return whole;
    }

    /** The name by which the statement refers to the table. */
    @Override
    public String alias() {
        return alias;
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        PartSource that = (PartSource) other;
        return comparison.same(whole, that.whole) && alias.equals(that.alias);
    }

    @Override
    Node mapped(Mapper mapper) {
        return new PartSource(mapper.map(whole), alias);
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {}

    @Override
    public <R> R accept(SourceVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
