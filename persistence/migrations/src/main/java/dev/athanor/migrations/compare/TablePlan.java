// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.schema.Column;
import dev.athanor.migrations.schema.Constraint;
import dev.athanor.migrations.schema.ForeignKey;
import dev.athanor.migrations.schema.Index;
import dev.athanor.migrations.schema.PrimaryKey;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.SchemaObject;
import dev.athanor.migrations.schema.Table;
import dev.athanor.migrations.schema.TableColumn;
import dev.athanor.migrations.schema.TableConstraint;
import dev.athanor.migrations.schema.TableIndex;
import dev.athanor.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Finds the changes of a table that stays. For one use. */
final class TablePlan {
    private final Table old;
    private final Table wanted;

    private final Map<String, Column> oldColumns = new LinkedHashMap<>();
    private final Map<String, Column> wantedColumns = new LinkedHashMap<>();

    /** Columns of which the type is another one then. */
    private final Set<String> retyped = new HashSet<>();

    /** Columns that are dropped and made again, as what they are computed by is not the same. */
    private final Set<String> replaced = new HashSet<>();

    private final Parts<Constraint> constraints;
    private final Parts<Index> indexes;

    /**
     * Of a table, as it is and is to be.
     *
     * @param oldNames the names of all constraints and indexes there are
     */
    TablePlan(Table old, Table wanted, Set<String> oldNames) {
        this.old = old;
        this.wanted = wanted;
        old.columns().forEach(column -> oldColumns.put(column.name(), column));
        wanted.columns().forEach(column -> wantedColumns.put(column.name(), column));
        findColumns();
        this.constraints =
                new Parts<>(old.constraints(), wanted.constraints(), Constraint::name, Constraint::named, oldNames);
        this.indexes = new Parts<>(old.indexes(), wanted.indexes(), Index::name, Index::named, oldNames);
    }

    private void findColumns() {
        wantedColumns.forEach((name, column) -> {
            Column same = oldColumns.get(name);
            if (same != null && !Making.type(same).equals(Making.type(column))) {
                retyped.add(name);
            }
        });
        wantedColumns.forEach((name, column) -> {
            Column same = oldColumns.get(name);
            if (same != null && isReplaced(same, column)) {
                replaced.add(name);
            }
        });
    }

    /** PostgreSQL changes neither an expression nor the type of a column that one has in it. */
    private boolean isReplaced(Column same, Column column) {
        if (!same.generated().equals(column.generated())) {
            return true;
        }
        return column.generated().isPresent()
                && (retyped.contains(column.name())
                        || same.nullable() != column.nullable()
                        || column.generated()
                                .filter(expression ->
                                        retyped.stream().map(Mention::of).anyMatch(one -> one.isIn(expression)))
                                .isPresent());
    }

    /** What stays as it is, but stands on a column that does not, is dropped and made again. */
    void forceComputed() {
        constraints.force(this::standsOnReplaced);
        indexes.force(this::standsOnReplaced);
    }

    /** So is what refers to a key that does not stay. */
    void forceReferences(Predicate<ForeignKey> changesKey) {
        constraints.force(constraint -> constraint instanceof ForeignKey key
                && (key.columns().stream().anyMatch(this::isOfAnotherKind) || changesKey.test(key)));
    }

    private boolean standsOnReplaced(Constraint constraint) {
        String text = constraint.definition(QualifiedName::sql);
        return replaced.stream().map(Mention::of).anyMatch(column -> column.isIn(text));
    }

    private boolean standsOnReplaced(Index index) {
        String text = index.definition();
        return replaced.stream().map(Mention::of).anyMatch(column -> column.isIn(text));
    }

    private boolean isOfAnotherKind(String name) {
        Column one = oldColumns.get(name);
        Column other = wantedColumns.get(name);
        return one == null || other == null || !TypeFamily.areAlike(one.type(), other.type());
    }

    /** Whether what refers to these columns cannot stay. */
    boolean changesKey(List<String> columns) {
        return columns.stream().anyMatch(name -> isOfAnotherKind(name) || replaced.contains(name))
                || constraints.changed().stream().anyMatch(constraint -> isKey(constraint, columns))
                || indexes.changed().stream()
                        .anyMatch(index -> index.unique() && index.parts().size() == columns.size());
    }

    private static boolean isKey(Constraint constraint, List<String> columns) {
        return (constraint instanceof PrimaryKey || constraint instanceof UniqueKey)
                && Set.copyOf(constraint.columns()).equals(Set.copyOf(columns));
    }

    void plan(BiConsumer<Phase, Change> changes) {
        planColumns(changes);
        for (Constraint constraint : constraints.removed()) {
            changes.accept(
                    constraint instanceof ForeignKey ? Phase.DROP_REFERENCES : Phase.DROP_CONSTRAINTS,
                    new Removed(in(constraint)));
        }
        indexes.removed().forEach(index -> changes.accept(Phase.DROP_CONSTRAINTS, new Removed(in(index))));
        constraints.renamed().forEach((one, other) -> changes.accept(Phase.RENAME, new Renamed(in(one), in(other))));
        indexes.renamed().forEach((one, other) -> changes.accept(Phase.RENAME, new Renamed(in(one), in(other))));
        for (Constraint constraint : constraints.added()) {
            changes.accept(
                    constraint instanceof ForeignKey ? Phase.MAKE_REFERENCES : Phase.MAKE_CONSTRAINTS,
                    new Added(in(constraint)));
        }
        indexes.added().forEach(index -> changes.accept(Phase.MAKE_CONSTRAINTS, new Added(in(index))));
        if (!old.comment().equals(wanted.comment())) {
            changes.accept(Phase.COMMENT, new Altered(old, wanted));
        }
    }

    private void planColumns(BiConsumer<Phase, Change> changes) {
        oldColumns.forEach((name, column) -> {
            if (!wantedColumns.containsKey(name) || replaced.contains(name)) {
                changes.accept(
                        Plan.isComputed(column) ? Phase.DROP_COMPUTED : Phase.DROP_COLUMNS, new Removed(in(column)));
            }
        });
        wantedColumns.forEach((name, column) -> {
            Column same = oldColumns.get(name);
            if (same == null || replaced.contains(name)) {
                changes.accept(
                        Plan.isComputed(column) ? Phase.MAKE_COMPUTED : Phase.MAKE_COLUMNS, new Added(in(column)));
            } else if (!same.equals(column)) {
                changes.accept(Phase.CHANGE_COLUMNS, new Altered(in(same), in(column)));
            }
        });
    }

    private TableColumn in(Column column) {
        return new TableColumn(wanted.name(), column);
    }

    private TableConstraint in(Constraint constraint) {
        return new TableConstraint(wanted.name(), constraint);
    }

    private TableIndex in(Index index) {
        return new TableIndex(wanted.name(), index);
    }

    /**
     * The columns of a type that stay.
     *
     * @param withDefaults whether they get the defaults that are wanted along with the type, as the old ones may be
     *     values that it has no more
     */
    List<ValuesChanged.User> users(Mention type, boolean withDefaults) {
        List<ValuesChanged.User> users = new ArrayList<>();
        oldColumns.replaceAll((name, column) -> {
            if (!stays(column) || column.generated().isPresent() || !type.isIn(column.type())) {
                return column;
            }
            Column moved = withDefaults ? column.withDefault(wantedDefault(column)) : column;
            users.add(new ValuesChanged.User(in(column), in(moved)));
            return moved;
        });
        return users;
    }

    /** None, if the column will be of another type. */
    private Optional<String> wantedDefault(Column old) {
        Column column = Objects.requireNonNull(wantedColumns.get(old.name()));
        return column.type().equals(old.type()) ? column.defaultValue() : Optional.empty();
    }

    /** What stays and names a type, or a column that does: what stands on others before them. */
    List<SchemaObject> dependents(Mention type) {
        List<Column> computed = oldColumns.values().stream()
                .filter(column -> stays(column)
                        && column.generated()
                                .filter(text -> type.isIn(text) || type.isIn(column.type()))
                                .isPresent())
                .toList();
        List<Mention> names = new ArrayList<>(List.of(type));
        computed.forEach(column -> names.add(Mention.of(column.name())));
        List<SchemaObject> dependents = new ArrayList<>();
        constraints.kept().stream()
                .filter(constraint -> !(constraint instanceof ForeignKey)
                        && names.stream().anyMatch(name -> name.isIn(constraint.definition(QualifiedName::sql))))
                .forEach(constraint -> dependents.add(in(constraint)));
        indexes.kept().stream()
                .filter(index -> names.stream().anyMatch(name -> name.isIn(index.definition())))
                .forEach(index -> dependents.add(in(index)));
        computed.forEach(column -> dependents.add(in(column)));
        return dependents;
    }

    private boolean stays(Column column) {
        return wantedColumns.containsKey(column.name()) && !replaced.contains(column.name());
    }
}
