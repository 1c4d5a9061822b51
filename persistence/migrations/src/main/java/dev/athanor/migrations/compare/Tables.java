// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.schema.Constraint;
import dev.athanor.migrations.schema.ForeignKey;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.Table;
import dev.athanor.migrations.schema.TableConstraint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Puts new tables in an order in which each finds those that it refers to; keys of circles are made at the end. */
final class Tables {
    private final Predicate<ForeignKey> isThere;
    private final Map<QualifiedName, Table> open = new LinkedHashMap<>();
    private final Set<QualifiedName> visited = new LinkedHashSet<>();
    private final Set<QualifiedName> made = new LinkedHashSet<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Change> keys = new ArrayList<>();

    /** Whether what a key refers to is there before them. */
    Tables(Predicate<ForeignKey> isThere) {
        this.isThere = isThere;
    }

    List<Change> making(List<Table> tables) {
        tables.forEach(table -> open.put(table.name(), table));
        tables.forEach(this::make);
        changes.addAll(keys);
        return List.copyOf(changes);
    }

    private void make(Table table) {
        if (!visited.add(table.name())) {
            return;
        }
        for (ForeignKey key : table.foreignKeys()) {
            Table target = open.get(key.target());
            if (target != null) {
                make(target);
            }
        }
        made.add(table.name());
        changes.add(new Added(table.keeping(this::isWithin)));
        for (ForeignKey key : table.foreignKeys()) {
            if (!isWithin(key)) {
                keys.add(new Added(new TableConstraint(table.name(), key)));
            }
        }
    }

    private boolean isWithin(Constraint constraint) {
        return !(constraint instanceof ForeignKey key) || made.contains(key.target()) || isThere.test(key);
    }
}
