// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.changelog;

import dev.athanor.migrations.compare.Added;
import dev.athanor.migrations.compare.Change;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.compare.Removed;
import dev.athanor.migrations.compare.ValuesChanged;
import dev.athanor.migrations.schema.EnumType;
import dev.athanor.migrations.schema.NamedSchema;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.migrations.schema.SchemaObject;
import dev.athanor.migrations.schema.Sequence;
import dev.athanor.migrations.schema.Table;
import dev.athanor.migrations.schema.TableColumn;
import java.util.HashSet;
import java.util.Set;

/**
 * Decides what may stay until no server of the old version runs: not what stands in the way of something new. Immutable
 * and thread-safe.
 */
final class Deferral {
    private final boolean typesAreReplaced;
    private final Set<String> newNames = new HashSet<>();
    private final Set<String> newColumns = new HashSet<>();

    Deferral(Comparison comparison) {
        boolean replaced = false;
        for (Change change : comparison.changes()) {
            if (change instanceof ValuesChanged values && !values.onlyAdds()) {
                replaced = true;
            } else if (change instanceof Added added && added.object() instanceof TableColumn column) {
                newColumns.add(column.description());
            }
        }
        this.typesAreReplaced = replaced;
        names(comparison.after());
    }

    private void names(SchemaModel model) {
        model.tables().forEach(this::names);
        model.sequences().forEach(sequence -> newNames.add(sequence.name().name()));
    }

    private void names(Table table) {
        newNames.add(table.name().name());
        table.constraints().forEach(constraint -> newNames.add(constraint.name()));
        table.indexes().forEach(index -> newNames.add(index.name()));
    }

    boolean isLast(Removed removed) {
        SchemaObject object = removed.object();
        if (object instanceof Table table) {
            return !typesAreReplaced
                    && !newNames.contains(table.name().name())
                    && table.constraints().stream().noneMatch(constraint -> newNames.contains(constraint.name()))
                    && table.indexes().stream().noneMatch(index -> newNames.contains(index.name()));
        } else if (object instanceof TableColumn column) {
            return !typesAreReplaced
                    && column.column().generated().isEmpty()
                    && !newColumns.contains(column.description());
        }
        return object instanceof EnumType || object instanceof Sequence || object instanceof NamedSchema;
    }
}
