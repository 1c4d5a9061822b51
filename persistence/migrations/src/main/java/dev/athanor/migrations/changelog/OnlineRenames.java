// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.changelog;

import dev.athanor.migrations.compare.ChangeSql;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.compare.ObjectNames;
import dev.athanor.migrations.compare.Renamed;
import dev.athanor.migrations.compare.Step;
import dev.athanor.migrations.schema.Column;
import dev.athanor.migrations.schema.Identifiers;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.Table;
import dev.athanor.migrations.schema.TableColumn;
import java.util.ArrayList;
import java.util.List;

/** Other names for what servers that run call by the old ones. Immutable and thread-safe. */
record OnlineRenames(Comparison comparison, ObjectNames names, ChangeSql sql) {
    /** For the old name there is a view, which PostgreSQL writes through, in the same transaction. */
    void table(Renamed renamed, List<Entry> expand, List<Entry> contract) {
        Table before = (Table) renamed.before();
        QualifiedName old = before.name();
        boolean isTaken = comparison.after().table(old).isPresent()
                || !comparison.after().schemas().contains(old.schema());
        Conflicts conflicts = new Conflicts(comparison);
        if (isTaken
                || conflicts.isOfChangedType(before)
                || conflicts.changesColumns(((Table) renamed.after()).name())) {
            expand.add(Entry.of(renamed, sql));
            return;
        }
        String columns =
                Identifiers.list(before.columns().stream().map(Column::name).toList());
        String make = "create view " + names.of(old) + " as select " + columns + " from "
                + names.of(((Table) renamed.after()).name());
        String drop = "drop view " + names.of(old);
        expand.add(Entry.of(
                renamed.description(),
                joined(texts(sql.steps(renamed)), List.of(make)),
                joined(List.of(drop), texts(sql.steps(renamed.inverse())))));
        String later =
                "create view " + names.of(old) + " as select * from " + names.of(((Table) renamed.after()).name());
        contract.add(0, Entry.of("drop view " + old.name(), List.of(drop), List.of(later)));
    }

    private static List<String> texts(List<Step> steps) {
        return steps.stream().map(Step::sql).toList();
    }

    private static List<String> joined(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /**
     * The column itself gets the new name, so that all that stands on it follows; a copy that is made before takes the
     * old one, and a trigger keeps both the same.
     */
    void column(Renamed renamed, List<Entry> expand, List<Entry> contract) {
        TableColumn before = (TableColumn) renamed.before();
        Column old = before.column();
        String wanted = ((TableColumn) renamed.after()).column().name();
        QualifiedName table = before.table();
        boolean isTaken = comparison
                .after()
                .table(table)
                .flatMap(of -> of.column(old.name()))
                .isPresent();
        Conflicts conflicts = new Conflicts(comparison);
        if (isTaken
                || old.generated().isPresent()
                || conflicts.isOfChangedType(old)
                || conflicts.changesColumn(table, wanted)) {
            expand.add(Entry.of(renamed, sql));
            return;
        }
        String copy = Identifiers.fitting(old.name() + "_before");
        String quoted = Identifiers.quoted(old.name());
        String alter = "alter table " + names.of(table);
        String add = alter + " add column %s " + old.type()
                + old.collation().map(name -> " collate " + name).orElse("");
        DoubleWrite trigger = DoubleWrite.of(names, table, old.name());
        String of = old.name() + " of " + table.name();
        expand.add(Entry.of(
                "add a copy of " + of,
                List.of(add.formatted(Identifiers.quoted(copy))),
                List.of(alter + " drop column " + Identifiers.quoted(copy))));
        expand.add(Entry.of(
                "keep the copy of " + of + " in step", trigger.following(copy, "new." + quoted), trigger.dropped()));
        expand.add(Batches.of(
                "fill the copy of " + of,
                names.of(table),
                Identifiers.quoted(copy) + " = " + quoted,
                Identifiers.quoted(copy) + " is null and " + quoted + " is not null"));
        expand.add(Entry.of(
                renamed.description(),
                joined(
                        joined(
                                trigger.dropped(),
                                List.of(rename(alter, old.name(), wanted), rename(alter, copy, old.name()))),
                        trigger.both(old.name(), wanted, old.type())),
                joined(
                        joined(
                                trigger.dropped(),
                                List.of(rename(alter, old.name(), copy), rename(alter, wanted, old.name()))),
                        trigger.following(copy, "new." + quoted))));
        contract.add(
                0,
                Entry.of(
                                "drop the copy of " + wanted + " of " + table.name(),
                                joined(trigger.dropped(), List.of(alter + " drop column " + quoted)),
                                joined(
                                        List.of(
                                                add.formatted(quoted),
                                                "update " + names.of(table) + " set " + quoted + " = "
                                                        + Identifiers.quoted(wanted)),
                                        trigger.both(old.name(), wanted, old.type())))
                        .commented("lint: data-loss all of it is in " + wanted));
    }

    private static String rename(String alter, String from, String to) {
        return alter + " rename column " + Identifiers.quoted(from) + " to " + Identifiers.quoted(to);
    }
}
