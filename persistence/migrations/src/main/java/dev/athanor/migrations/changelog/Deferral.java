// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.changelog;

import dev.athanor.migrations.compare.Added;
import dev.athanor.migrations.compare.Change;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.compare.Removed;
import dev.athanor.migrations.schema.Constraint;
import dev.athanor.migrations.schema.EnumType;
import dev.athanor.migrations.schema.Index;
import dev.athanor.migrations.schema.NamedSchema;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.SchemaObject;
import dev.athanor.migrations.schema.Sequence;
import dev.athanor.migrations.schema.Table;
import dev.athanor.migrations.schema.TableColumn;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Decides what may stay until no server of the old version runs: not what stands in the way of something new. Immutable
 * and thread-safe.
 */
final class Deferral {
    private final Conflicts conflicts;
    private final Set<QualifiedName> newNames = new HashSet<>();
    private final Set<String> newColumns = new HashSet<>();
    private final boolean tablesStay;

    Deferral(Comparison comparison) {
        this.conflicts = new Conflicts(comparison);
        comparison.after().tables().forEach(this::names);
        comparison.after().sequences().forEach(sequence -> newNames.add(sequence.name()));
        for (Change change : comparison.changes()) {
            if (change instanceof Added added && added.object() instanceof TableColumn column) {
                newColumns.add(name(column));
            }
        }
        // They may refer to each other.
        this.tablesStay = comparison.changes().stream()
                .noneMatch(change -> change instanceof Removed removed
                        && removed.object() instanceof Table table
                        && isInTheWay(table));
    }

    private static String name(TableColumn column) {
        return column.table().sql() + "." + column.column().name();
    }

    private void names(Table table) {
        newNames.add(table.name());
        parts(table).forEach(newNames::add);
    }

    /** Constraints have indexes of their names. */
    private static Stream<QualifiedName> parts(Table table) {
        return Stream.concat(
                        table.constraints().stream().map(Constraint::name),
                        table.indexes().stream().map(Index::name))
                .map(name -> new QualifiedName(table.name().schema(), name));
    }

    private boolean isInTheWay(Table table) {
        return conflicts.isOfChangedType(table)
                || newNames.contains(table.name())
                || parts(table).anyMatch(newNames::contains);
    }

    boolean isLast(Removed removed) {
        SchemaObject object = removed.object();
        if (object instanceof Table) {
            return tablesStay;
        } else if (object instanceof TableColumn column) {
            return !conflicts.isOfChangedType(column.column())
                    && column.column().generated().isEmpty()
                    && !newColumns.contains(name(column));
        }
        return object instanceof EnumType || object instanceof Sequence || object instanceof NamedSchema;
    }
}
