// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.schema.Column;
import dev.athanor.migrations.schema.ColumnName;
import dev.athanor.migrations.schema.Identifiers;
import dev.athanor.migrations.schema.NameChange;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.migrations.schema.Sequence;
import dev.athanor.migrations.schema.SequenceOptions;
import dev.athanor.migrations.schema.Table;
import dev.athanor.migrations.schema.TableColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A schema that gets other names one by one, and the changes that give it those. For one use by one thread. */
final class RenamedSchema {
    private final SchemaModel after;
    private final ObjectNames names;
    private final List<Change> changes = new ArrayList<>();

    /** By the names that they have now. */
    private final Map<QualifiedName, QualifiedName> tablesBefore = new LinkedHashMap<>();

    private SchemaModel schema;

    RenamedSchema(SchemaModel before, SchemaModel after) {
        this.schema = before;
        this.after = after;
        this.names = ObjectNames.within(before.mainSchema());
        before.tables().forEach(table -> tablesBefore.put(table.name(), table.name()));
    }

    SchemaModel schema() {
        return schema;
    }

    List<Change> changes() {
        return changes;
    }

    /** The name that a table had. */
    QualifiedName before(QualifiedName now) {
        return tablesBefore.getOrDefault(now, now);
    }

    /** The name that a table has now. */
    QualifiedName now(QualifiedName before) {
        return tablesBefore.entrySet().stream()
                .filter(entry -> entry.getValue().equals(before))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(before);
    }

    String spoken(QualifiedName table) {
        return names.of(table);
    }

    String spoken(ColumnName column) {
        return names.of(column.table()) + "." + Identifiers.quoted(column.name());
    }

    void table(QualifiedName from, QualifiedName to) {
        Table old = schema.table(from).orElseThrow();
        follow(NewNames.ofTable(from, to));
        changes.add(new Renamed(old, schema.table(to).orElseThrow()));
        QualifiedName first = before(from);
        tablesBefore.remove(from);
        tablesBefore.put(to, first);
        if (!from.schema().equals(to.schema())) {
            moveSequences(to, from.schema());
        }
        sequences(from.name() + "_", to.name() + "_", sequence -> true);
        old.columns().forEach(column -> identity(new ColumnName(to, column.name()), column, from.name()));
    }

    void column(QualifiedName table, String from, String to) {
        Column old = schema.table(table).flatMap(of -> of.column(from)).orElseThrow();
        follow(NewNames.ofColumn(table, from, to));
        Column column = schema.table(table).flatMap(of -> of.column(to)).orElseThrow();
        changes.add(new Renamed(new TableColumn(table, old), new TableColumn(table, column)));
        ColumnName name = new ColumnName(table, to);
        String prefix = table.name() + "_";
        sequences(prefix + from + "_", prefix + to + "_", sequence -> sequence.owner()
                .equals(Optional.of(name)));
        identity(name, old, table.name());
    }

    private void follow(NameChange change) {
        schema = schema.following(change);
    }

    /** Those that columns own go with them into another schema by themselves. */
    private void moveSequences(QualifiedName table, String from) {
        for (Sequence sequence : schema.sequences()) {
            if (sequence.name().schema().equals(from)
                    && sequence.owner()
                            .filter(owner -> owner.table().equals(table))
                            .isPresent()) {
                QualifiedName moved =
                        new QualifiedName(table.schema(), sequence.name().name());
                follow(NewNames.ofSequence(sequence.name(), moved, schema.mainSchema()));
            }
        }
    }

    /**
     * Those that are called after it are wanted under such a name, too: made anew, they would count from 1 on again.
     */
    private void sequences(String from, String to, Predicate<Sequence> concerned) {
        UnaryOperator<QualifiedName> renamed =
                name -> new QualifiedName(name.schema(), to + name.name().substring(from.length()));
        for (Sequence old : schema.sequences()) {
            if (old.name().name().startsWith(from)
                    && concerned.test(old)
                    && isUnwanted(old.name())
                    && !isUnwanted(renamed.apply(old.name()))
                    && isFree(renamed.apply(old.name()))) {
                sequence(old, renamed.apply(old.name()));
            }
        }
    }

    private void sequence(Sequence old, QualifiedName to) {
        follow(NewNames.ofSequence(old.name(), to, schema.mainSchema()));
        changes.add(new Renamed(old, new Sequence(to, old.options(), old.owner())));
    }

    private boolean isUnwanted(QualifiedName sequence) {
        return after.sequences().stream().noneMatch(each -> each.name().equals(sequence));
    }

    private boolean isFree(QualifiedName sequence) {
        return schema.sequences().stream().noneMatch(each -> each.name().equals(sequence))
                && schema.tables().stream()
                        .filter(table -> table.name().schema().equals(sequence.schema()))
                        .flatMap(table -> table.columns().stream())
                        .flatMap(column -> column.identity().stream())
                        .noneMatch(identity -> identity.sequence().equals(Optional.of(sequence.name())));
    }

    /** Of a column that numbers rows, if it is called as PostgreSQL calls it. */
    private void identity(ColumnName now, Column old, String oldTable) {
        String usual = oldTable + "_" + old.name() + "_seq";
        QualifiedName from = new QualifiedName(now.table().schema(), usual);
        QualifiedName to = new QualifiedName(now.table().schema(), now.table().name() + "_" + now.name() + "_seq");
        boolean isUsual = old.identity()
                .flatMap(identity -> identity.sequence())
                .filter(usual::equals)
                .isPresent();
        if (isUsual && isFree(to) && isUnwanted(to)) {
            sequence(new Sequence(from, SequenceOptions.standard(), Optional.empty()), to);
        }
    }
}
