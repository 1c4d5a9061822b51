// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A table. Immutable and thread-safe.
 *
 * @param name the name
 * @param columns the columns, in order
 * @param constraints the keys and other constraints
 * @param indexes the indexes that no constraint made
 * @param comment what is said of it
 * @param rows rows that it has from its beginning, of constants of SQL by their columns; never compared
 */
public record Table(
        QualifiedName name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        Optional<String> comment,
        List<Map<String, String>> rows)
        implements SchemaObject {
    /** Keeps copies. */
    public Table {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
        Objects.requireNonNull(comment, "comment");
        rows = List.copyOf(rows);
    }

    /** One without rows. */
    public Table(
            QualifiedName name,
            List<Column> columns,
            List<Constraint> constraints,
            List<Index> indexes,
            Optional<String> comment) {
        this(name, columns, constraints, indexes, comment, List.of());
    }

    /** The same with rows from its beginning. */
    public Table withRows(List<Map<String, String>> rows) {
        return new Table(name, columns, constraints, indexes, comment, rows);
    }

    /** The column of a name. */
    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** The primary key, if it has one. */
    public Optional<PrimaryKey> primaryKey() {
        return constraints.stream()
                .filter(PrimaryKey.class::isInstance)
                .map(PrimaryKey.class::cast)
                .findFirst();
    }

    /** The foreign keys. */
    public List<ForeignKey> foreignKeys() {
        return constraints.stream()
                .filter(ForeignKey.class::isInstance)
                .map(ForeignKey.class::cast)
                .toList();
    }

    /** The same with some of its constraints. */
    public Table keeping(Predicate<Constraint> kept) {
        return new Table(name, columns, constraints.stream().filter(kept).toList(), indexes, comment, rows);
    }

    @Override
    public String description() {
        return "table " + name.name();
    }

    @Override
    public <R> R accept(SchemaVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /** The same, with other names in it. */
    public Table following(NameChange names) {
        return new Table(
                names.table(name),
                columns.stream().map(column -> column.following(name, names)).toList(),
                constraints.stream()
                        .map(constraint -> constraint.following(name, names))
                        .toList(),
                indexes.stream().map(index -> index.following(name, names)).toList(),
                comment,
                rows);
    }
}
