// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.changelog;

import dev.athanor.migrations.compare.Altered;
import dev.athanor.migrations.compare.Change;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.compare.Removed;
import dev.athanor.migrations.compare.ValuesChanged;
import dev.athanor.migrations.internal.SqlToken;
import dev.athanor.migrations.internal.SqlTokens;
import dev.athanor.migrations.schema.Column;
import dev.athanor.migrations.schema.ColumnName;
import dev.athanor.migrations.schema.Identifiers;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.Table;
import dev.athanor.migrations.schema.TableColumn;
import java.util.stream.Stream;

/**
 * What stands in the way of doing a change in steps: PostgreSQL refuses to drop, or to give another type to, what
 * views, triggers, indexes or constraints stand on. Immutable and thread-safe.
 */
record Conflicts(Comparison comparison) {
    /** Whether a type is of an enumeration that gets other values, and is made anew on the way there or back. */
    boolean isOfChangedType(Column column) {
        return comparison.changes().stream()
                .anyMatch(change -> change instanceof ValuesChanged values
                        && names(column.type(), values.after().name().name()));
    }

    boolean isOfChangedType(Table table) {
        return table.columns().stream().anyMatch(this::isOfChangedType);
    }

    /** Whether columns of a table get other types, or go at once. */
    boolean changesColumns(QualifiedName table) {
        return changedColumns().anyMatch(column -> column.table().equals(table));
    }

    /** Whether a column gets another type. */
    boolean changesColumn(QualifiedName table, String name) {
        return changedColumns().anyMatch(new ColumnName(table, name)::equals);
    }

    private Stream<ColumnName> changedColumns() {
        return comparison.changes().stream().flatMap(Conflicts::changedColumn);
    }

    private static Stream<ColumnName> changedColumn(Change change) {
        if (change instanceof Altered altered
                && altered.before() instanceof TableColumn before
                && altered.after() instanceof TableColumn after
                && !isOfType(before.column(), after.column())) {
            return Stream.of(new ColumnName(after.table(), after.column().name()));
        } else if (change instanceof Removed removed
                && removed.object() instanceof TableColumn column
                && column.column().generated().isPresent()) {
            return Stream.of(new ColumnName(column.table(), column.column().name()));
        }
        return Stream.empty();
    }

    private static boolean isOfType(Column one, Column other) {
        return one.type().equals(other.type()) && one.collation().equals(other.collation());
    }

    /** Whether nothing but its own definition names a column, neither before nor after. */
    boolean standsAlone(QualifiedName table, String column) {
        return Stream.of(comparison.before(), comparison.after())
                .flatMap(model -> model.tables().stream())
                .noneMatch(each -> mentions(each, table, column));
    }

    private static boolean mentions(Table in, QualifiedName table, String column) {
        boolean referred = in.foreignKeys().stream()
                .anyMatch(
                        key -> key.target().equals(table) && key.targetColumns().contains(column));
        return referred
                || (in.name().equals(table)
                        && Stream.of(
                                        in.constraints().stream()
                                                .map(constraint -> constraint.definition(QualifiedName::sql)),
                                        in.indexes().stream().map(index -> index.definition()),
                                        in.columns().stream().flatMap(each -> each.generated().stream()))
                                .flatMap(texts -> texts)
                                .anyMatch(text -> names(text, column)));
    }

    private static boolean names(String sql, String column) {
        return SqlTokens.of(sql).stream()
                .filter(SqlToken::isName)
                .anyMatch(token -> token.name().equals(column) || token.text().equals(Identifiers.quoted(column)));
    }
}
