// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.List;
import java.util.function.Consumer;

/** Rows that are part of the statement. */
public final class ValuesSource extends Source {
    private static final long KIND = Hash.of(ValuesSource.class);

    private final String alias;
    private final List<String> columns;
    private final List<List<Expression>> rows;

    /** One of these parts. */
    public ValuesSource(String alias, List<String> columns, List<List<Expression>> rows) {
        super(Hash.mix(Hash.mix(Hash.mix(KIND, alias.hashCode()), columns.hashCode()), Hash.ofRows(rows)));
        this.alias = alias;
        this.columns = List.copyOf(columns);
        this.rows = rows.stream().map(List::copyOf).toList();
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

    /** The values of each row. */
    public List<List<Expression>> rows() {
        return rows;
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        ValuesSource that = (ValuesSource) other;
        return alias.equals(that.alias) && columns.equals(that.columns) && comparison.sameRows(rows, that.rows);
    }

    @Override
    Node mapped(Mapper mapper) {
        return new ValuesSource(alias, columns, mapper.rows(rows));
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        rows.forEach(row -> give(row, consumer));
    }

    @Override
    public <R> R accept(SourceVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
