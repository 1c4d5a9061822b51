// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.Optional;
import java.util.function.Consumer;

/** The rows of a common table; within that table's own statement, those it has so far. */
public final class CommonTableSource extends Source {
    private static final long KIND = Hash.of(CommonTableSource.class);

    private final String name;
    private final Optional<CommonTable> table;
    private final String alias;

    /** One of these parts. */
    public CommonTableSource(String name, Optional<CommonTable> table, String alias) {
        super(Hash.mix(Hash.mix(Hash.mix(KIND, name.hashCode()), table), alias.hashCode()));
        this.name = name;
        this.table = table;
        this.alias = alias;
    }

    /** The name of the table. */
    public String name() {
        return name;
    }

    /** The table; none within it. */
    public Optional<CommonTable> table() {
        return table;
    }

    /** The name by which the statement refers to it. */
    @Override
    public String alias() {
        return alias;
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        CommonTableSource that = (CommonTableSource) other;
        return name.equals(that.name) && comparison.same(table, that.table) && alias.equals(that.alias);
    }

    @Override
    Node mapped(Mapper mapper) {
        return new CommonTableSource(name, mapper.maybe(table), alias);
    }

    /** None: the table is written at the beginning of the statement. */
    @Override
    public void forEachPart(Consumer<? super Node> consumer) {}

    @Override
    public <R> R accept(SourceVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
