// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.changelog;

import dev.athanor.migrations.compare.ChangeSql;
import dev.athanor.migrations.compare.ObjectNames;
import dev.athanor.migrations.schema.Column;
import dev.athanor.migrations.schema.Identifiers;
import dev.athanor.migrations.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/**
 * Another type for a column that nothing stands on: a new column follows the old one, is filled, and takes its place.
 * Immutable and thread-safe.
 */
record OnlineType(QualifiedName table, Column old, Column wanted, ObjectNames names, ChangeSql sql) {
    void change(List<Entry> expand) {
        String successor = Identifiers.fitting(old.name() + "_after");
        String quoted = Identifiers.quoted(successor);
        String name = Identifiers.quoted(old.name());
        String of = old.name() + " of " + table.name();
        DoubleWrite trigger = DoubleWrite.of(names, table, old.name());
        List<String> follow = trigger.following(successor, conversion("new." + name, old, wanted));
        expand.add(Entry.of(
                "add the successor of " + of,
                List.of(add(quoted, wanted)),
                List.of(alter() + "drop column " + quoted)));
        expand.add(Entry.of("keep the successor of " + of + " in step", follow, trigger.dropped()));
        expand.add(Batches.of(
                        "fill the successor of " + of,
                        names.of(table),
                        quoted + " = " + conversion(name, old, wanted),
                        quoted + " is null and " + name + " is not null")
                .noting("Values that do not fit the type make this fail."));
        if (!wanted.nullable()) {
            expand.addAll(new OnlineConstraints(names, sql).notNull(table, successor));
        }
        expand.add(Entry.of(
                        "change column " + table.name() + "." + old.name(),
                        there(trigger, quoted, name),
                        back(follow, quoted, name))
                .commented("lint: data-loss all of it is in the column that takes its place"));
    }

    private String alter() {
        return "alter table " + names.of(table) + " ";
    }

    private String add(String name, Column column) {
        return alter() + "add column " + name + " " + column.type()
                + column.collation().map(text -> " collate " + text).orElse("");
    }

    private static String conversion(String expression, Column from, Column to) {
        return ChangeSql.conversion(expression, from.type(), to.type());
    }

    private List<String> there(DoubleWrite trigger, String successor, String name) {
        List<String> steps = new ArrayList<>(trigger.dropped());
        steps.add(alter() + "drop column " + name);
        steps.add(alter() + "rename column " + successor + " to " + name);
        wanted.defaultValue().ifPresent(value -> steps.add(alter() + "alter column " + name + " set default " + value));
        wanted.comment().ifPresent(text -> steps.add(comment(name, text)));
        return steps;
    }

    private List<String> back(List<String> follow, String successor, String name) {
        List<String> steps = new ArrayList<>();
        steps.add(alter() + "rename column " + name + " to " + successor);
        steps.add(alter() + "alter column " + successor + " drop default");
        steps.add(add(name, old));
        steps.add("update " + names.of(table) + " set " + name + " = " + conversion(successor, wanted, old));
        old.defaultValue().ifPresent(value -> steps.add(alter() + "alter column " + name + " set default " + value));
        if (!old.nullable()) {
            steps.add(alter() + "alter column " + name + " set not null");
        }
        old.comment().ifPresent(text -> steps.add(comment(name, text)));
        steps.addAll(follow);
        return steps;
    }

    private String comment(String name, String text) {
        return "comment on column " + names.of(table) + "." + name + " is " + Identifiers.literal(text);
    }
}
