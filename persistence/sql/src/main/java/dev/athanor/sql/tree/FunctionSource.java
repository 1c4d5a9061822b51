// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.List;
import java.util.function.Consumer;

/** The rows that a function gives. */
public final class FunctionSource extends Source {
    private static final long KIND = Hash.of(FunctionSource.class);

    private final Expression call;
    private final String alias;
    private final List<String> columns;
    private final boolean ordinality;

    /** One of these parts. */
    public FunctionSource(Expression call, String alias, List<String> columns, boolean ordinality) {
        super(Hash.mix(
                Hash.mix(Hash.mix(Hash.mix(KIND, call), alias.hashCode()), columns.hashCode()), ordinality ? 1 : 0));
        this.call = call;
        this.alias = alias;
        this.columns = List.copyOf(columns);
        this.ordinality = ordinality;
    }

    /** The call. */
    public Expression call() {
        return call;
    }

    /** The name by which the statement refers to it. */
    @Override
    public String alias() {
        return alias;
    }

    /** The names of the columns. */
    public List<String> columns() {
        return columns;
    }

    /** Whether the last column is the number of the row. */
    public boolean ordinality() {
        return ordinality;
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        FunctionSource that = (FunctionSource) other;
        return comparison.same(call, that.call)
                && alias.equals(that.alias)
                && columns.equals(that.columns)
                && ordinality == that.ordinality;
    }

    @Override
    Node mapped(Mapper mapper) {
        return new FunctionSource(mapper.map(call), alias, columns, ordinality);
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        consumer.accept(call);
    }

    @Override
    public <R> R accept(SourceVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
