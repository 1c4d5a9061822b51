// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.List;
import java.util.function.Consumer;

/** Several tables whose rows make one: of an entity that is kept in several, or of a table with what links it. */
public final class JoinedSource extends Source {
    private static final long KIND = Hash.of(JoinedSource.class);

    private final TableSource root;
    private final List<Part> parts;

    /** A table with the rows of others that belong to its own. */
    public JoinedSource(TableSource root, List<Part> parts) {
        super(hash(root, parts));
        this.root = root;
        this.parts = List.copyOf(parts);
    }

    private static long hash(TableSource root, List<Part> parts) {
        long hash = Hash.mix(KIND, root);
        for (Part part : parts) {
            hash = Hash.mix(Hash.mix(hash, part.table), part.outer ? 1 : 0);
            hash = Hash.mix(hash, part.rootColumns.hashCode() * 31L + part.columns.hashCode());
        }
        return hash;
    }

    /** The first table. */
    public TableSource root() {
        return root;
    }

    /** The others. */
    public List<Part> parts() {
        return parts;
    }

    /** Whether it is another, or that with more tables joined to it, such as one that links it. */
    public boolean has(JoinedSource other) {
        return root.sameStructure(other.root)
                && other.parts.stream()
                        .allMatch(theirs -> parts.stream().anyMatch(part -> part.table.sameStructure(theirs.table)));
    }

    /** That of the first table. */
    @Override
    public String alias() {
        return root.alias();
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        JoinedSource that = (JoinedSource) other;
        if (!comparison.same(root, that.root) || parts.size() != that.parts.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).same(that.parts.get(i), comparison)) {
                return false;
            }
        }
        return true;
    }

    @Override
    Node mapped(Mapper mapper) {
        return new JoinedSource(
                mapper.map(root),
                parts.stream()
                        .map(part -> new Part(mapper.map(part.table), part.outer, part.rootColumns, part.columns))
                        .toList());
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {}

    @Override
    public <R> R accept(SourceVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /**
     * A table that is joined to the first.
     *
     * @param table the table
     * @param outer whether there may be no row in it
     * @param rootColumns the columns of the first table
     * @param columns the columns of this table that equal them
     */
    public record Part(TableSource table, boolean outer, List<String> rootColumns, List<String> columns) {
        /** Keeps copies. */
        public Part {
            rootColumns = List.copyOf(rootColumns);
            columns = List.copyOf(columns);
            if (rootColumns.isEmpty() || rootColumns.size() != columns.size()) {
                throw new IllegalArgumentException(
                        rootColumns + " and " + columns + " do not join the table " + table.name());
            }
        }

        private boolean same(Part other, Comparison comparison) {
            return outer == other.outer
                    && rootColumns.equals(other.rootColumns)
                    && columns.equals(other.columns)
                    && comparison.same(table, other.table);
        }
    }
}
