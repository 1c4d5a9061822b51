// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.changelog;

import dev.athanor.migrations.compare.Altered;
import dev.athanor.migrations.compare.Change;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.compare.Removed;
import dev.athanor.migrations.compare.ValuesChanged;
import dev.athanor.migrations.schema.Column;
import dev.athanor.migrations.schema.Identifiers;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.Table;
import dev.athanor.migrations.schema.TableColumn;
import dev.athanor.migrations.internal.SqlToken;
import dev.athanor.migrations.internal.SqlTokens;
import java.util.stream.Stream;

/**
 * What stands in the way of doing a change in steps: PostgreSQL refuses to drop, or to give another type to, what views,
 * triggers, indexes or constraints stand on. Immutable and thread-safe.
 */
record Conflicts(Comparison comparison) {
    /** Whether an enumeration is made anew, which no column of the old may survive. */
    boolean replacesTypes() {
        return comparison.changes().stream()
                .anyMatch(change -> change instanceof ValuesChanged values && !values.onlyAdds());
    }

    /** Whether columns of a table get other types, or go at once. */
    boolean changesColumns(QualifiedName table) {
        return replacesTypes()
                || comparison.changes().stream()
                        .anyMatch(change -> column(change).equals(table.sql()));
    }

    private static String column(Change change) {
        if (change instanceof Altered altered
                && altered.before() instanceof TableColumn before
                && altered.after() instanceof TableColumn after
                && !isOfType(before.column(), after.column())) {
            return before.table().sql();
        } else if (change instanceof Removed removed
                && removed.object() instanceof TableColumn column
                && column.column().generated().isPresent()) {
            return column.table().sql();
        }
        return "";
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
                .anyMatch(key -> key.target().equals(table) && key.targetColumns().contains(column));
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
