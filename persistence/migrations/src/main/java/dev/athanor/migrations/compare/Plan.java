// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.schema.Column;
import dev.athanor.migrations.schema.EnumType;
import dev.athanor.migrations.schema.Extension;
import dev.athanor.migrations.schema.ForeignKey;
import dev.athanor.migrations.schema.NamedSchema;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.migrations.schema.SchemaObject;
import dev.athanor.migrations.schema.Sequence;
import dev.athanor.migrations.schema.Table;
import dev.athanor.migrations.schema.TableConstraint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the changes between two schemas, and their order. For one use. */
final class Plan {
    private final SchemaModel before;
    private final SchemaModel after;
    private final Map<QualifiedName, TablePlan> kept = new LinkedHashMap<>();
    private final Map<Phase, List<Change>> phases = new EnumMap<>(Phase.class);

    /** Of types, sequences and schemas, in order. */
    private final List<Change> dropLast = new ArrayList<>();

    /**
     * Between two schemas.
     *
     * @param before what is there, by the names that it will have
     * @param renames what gives it those
     */
    Plan(SchemaModel before, SchemaModel after, List<Change> renames) {
        renames.forEach(change -> add(Phase.RENAME_OBJECTS, change));
        this.before = before;
        this.after = after;
        Map<QualifiedName, Table> old = byName(before.tables(), Table::name);
        Set<String> oldNames = partNames(before);
        for (Table table : after.tables()) {
            Table same = old.get(table.name());
            if (same != null) {
                kept.put(table.name(), new TablePlan(same, table, oldNames));
            }
        }
    }

    /** Indexes of all tables of a schema have their names together. */
    private static Set<String> partNames(SchemaModel model) {
        Set<String> names = new HashSet<>();
        for (Table table : model.tables()) {
            table.constraints().forEach(constraint -> names.add(constraint.name()));
            table.indexes().forEach(index -> names.add(index.name()));
        }
        return names;
    }

    private static <K, V> Map<K, V> byName(Collection<V> objects, Function<V, K> name) {
        return objects.stream().collect(Collectors.toMap(name, Function.identity(), (a, b) -> b, LinkedHashMap::new));
    }

    List<Change> changes() {
        kept.values().forEach(TablePlan::forceComputed);
        kept.values().forEach(table -> table.forceReferences(this::changesKey));
        schemas();
        extensions();
        enums();
        sequences();
        tables();
        kept.values().forEach(table -> table.plan(this::add));
        return phases.values().stream().flatMap(List::stream).toList();
    }

    private void add(Phase phase, Change change) {
        phases.computeIfAbsent(phase, key -> new ArrayList<>()).add(change);
    }

    /** Whether a reference to a table that stays cannot stay itself. */
    private boolean changesKey(ForeignKey key) {
        TablePlan target = kept.get(key.target());
        return target != null && target.changesKey(key.targetColumns());
    }

    private void schemas() {
        SortedSet<String> added = new TreeSet<>(after.schemas());
        added.removeAll(before.schemas());
        added.forEach(name -> add(Phase.MAKE_SCHEMAS, new Added(new NamedSchema(name))));
        SortedSet<String> removed = new TreeSet<>(before.schemas());
        removed.removeAll(after.schemas());
        removed.forEach(name -> dropLast.add(new Removed(new NamedSchema(name))));
    }

    /** One that is there and not wanted may be an administrator's. */
    private void extensions() {
        for (Extension extension : after.extensions()) {
            if (!before.extensions().contains(extension)) {
                add(Phase.MAKE_TYPES, new Added(extension));
            }
        }
    }

    private void enums() {
        Map<QualifiedName, EnumType> old = byName(before.enums(), EnumType::name);
        for (EnumType type : after.enums()) {
            EnumType same = old.remove(type.name());
            if (same == null) {
                add(Phase.MAKE_TYPES, new Added(type));
            } else if (!same.equals(type)) {
                add(Phase.CHANGE_TYPES, changed(same, type));
            }
        }
        old.values().forEach(type -> dropLast.add(0, new Removed(type)));
    }

    private ValuesChanged changed(EnumType old, EnumType wanted) {
        Mention mention = Mention.of(old.name(), before.mainSchema());
        boolean onlyAdds = new ValuesChanged(old, wanted, List.of(), List.of()).onlyAdds();
        List<ValuesChanged.User> users = new ArrayList<>();
        List<SchemaObject> dependents = new ArrayList<>();
        kept.values().forEach(table -> {
            users.addAll(table.users(mention, !onlyAdds));
            dependents.addAll(table.dependents(mention));
        });
        return new ValuesChanged(old, wanted, users, dependents);
    }

    /** An owner is there after the sequence, and goes before it. */
    private void sequences() {
        Map<QualifiedName, Sequence> old = byName(before.sequences(), Sequence::name);
        for (Sequence sequence : after.sequences()) {
            Sequence same = old.remove(sequence.name());
            if (same == null) {
                add(Phase.MAKE_TYPES, new Added(sequence.unowned()));
            } else if (!same.options().equals(sequence.options())) {
                add(Phase.CHANGE_TYPES, new Altered(withOwner(same, sequence), sequence));
            }
            Optional<Sequence> stays =
                    Optional.ofNullable(same).filter(there -> there.owner().equals(sequence.owner()));
            if (stays.isEmpty()) {
                if (same != null && same.owner().isPresent()) {
                    add(Phase.DROP_REFERENCES, new Altered(same, same.unowned()));
                }
                if (sequence.owner().isPresent()) {
                    add(Phase.COMMENT, new Altered(sequence.unowned(), sequence));
                }
            }
        }
        for (Sequence gone : old.values()) {
            if (gone.owner().isPresent()) {
                add(Phase.DROP_REFERENCES, new Altered(gone, gone.unowned()));
            }
            dropLast.add(0, new Removed(gone.unowned()));
        }
    }

    /** As it was, but that it belongs to what the other belongs to. */
    private static Sequence withOwner(Sequence old, Sequence wanted) {
        return new Sequence(old.name(), old.options(), wanted.owner());
    }

    private void tables() {
        List<Change> made = new Tables(this::isThere).making(onlyIn(after, before));
        made.stream().filter(change -> isTable(change)).forEach(change -> add(Phase.MAKE_TABLES, change));
        made.stream().filter(change -> !isTable(change)).forEach(change -> add(Phase.MAKE_REFERENCES, change));
        List<Change> undone = new ArrayList<>(new Tables(this::isThere).making(onlyIn(before, after)));
        Collections.reverse(undone);
        undone.forEach(change -> add(isTable(change) ? Phase.DROP_TABLES : Phase.DROP_REFERENCES, change.inverse()));
        dropLast.forEach(change -> add(Phase.DROP_TYPES, change));
    }

    private static boolean isTable(Change change) {
        return change instanceof Added added && !(added.object() instanceof TableConstraint);
    }

    private static List<Table> onlyIn(SchemaModel model, SchemaModel other) {
        Map<QualifiedName, Table> others = byName(other.tables(), Table::name);
        return model.tables().stream()
                .filter(table -> !others.containsKey(table.name()))
                .toList();
    }

    /** Whether what a new table's key refers to is there, and stays. */
    private boolean isThere(ForeignKey key) {
        TablePlan target = kept.get(key.target());
        return target != null && !target.changesKey(key.targetColumns());
    }

    /** Whether the database computes it. */
    static boolean isComputed(Column column) {
        return column.generated().isPresent();
    }
}
