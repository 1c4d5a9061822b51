// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.changelog;

import dev.athanor.migrations.compare.Added;
import dev.athanor.migrations.compare.ChangeSql;
import dev.athanor.migrations.compare.ObjectNames;
import dev.athanor.migrations.compare.Removed;
import dev.athanor.migrations.compare.Step;
import dev.athanor.migrations.schema.Check;
import dev.athanor.migrations.schema.Constraint;
import dev.athanor.migrations.schema.Deferral;
import dev.athanor.migrations.schema.ForeignKey;
import dev.athanor.migrations.schema.Identifiers;
import dev.athanor.migrations.schema.PrimaryKey;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.TableConstraint;
import dev.athanor.migrations.schema.TableIndex;
import dev.athanor.migrations.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;

/** Constraints and indexes, made while others read and write. Immutable and thread-safe. */
record OnlineConstraints(ObjectNames names, ChangeSql sql) {
    private static final String IF_INDEX_FAILS =
            "If this fails, PostgreSQL leaves an index that is not valid: drop it before you try again.";

    /** An index, concurrently. */
    Entry index(Added added, TableIndex index) {
        return concurrent(added.description(), sql.steps(added), sql.steps(added.inverse()))
                .noting(IF_INDEX_FAILS);
    }

    /** An index that goes, concurrently. */
    Entry droppedIndex(Removed removed, TableIndex index) {
        return concurrent(removed.description(), sql.steps(removed), sql.steps(removed.inverse()));
    }

    private static Entry concurrent(String words, List<Step> steps, List<Step> back) {
        return Entry.of(words, texts(steps), texts(back)).withoutTransaction();
    }

    private static List<String> texts(List<Step> steps) {
        return steps.stream()
                .map(Step::sql)
                .map(text -> text.replaceFirst("^(create (?:unique )?index|drop index) ", "$1 concurrently "))
                .toList();
    }

    /** A check or a foreign key: rows that are there are looked at later, while others write. */
    List<Entry> validated(Added added, TableConstraint constraint) {
        Constraint wanted = constraint.constraint();
        String definition = wanted.definition(names::of);
        String invalid = isValidated(wanted) ? " not valid" : "";
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.of(
                added.description(),
                List.of(add(constraint) + definition + invalid),
                List.of(drop(constraint.table(), wanted.name()))));
        if (isValidated(wanted)) {
            entries.add(validation(constraint.table(), wanted.name()));
        }
        return entries;
    }

    private static boolean isValidated(Constraint constraint) {
        return (constraint instanceof Check check && check.validated())
                || (constraint instanceof ForeignKey key && key.validated());
    }

    Entry validation(QualifiedName table, String constraint) {
        return Entry.of(
                "validate " + constraint + " of " + table.name(),
                List.of("alter table " + names.of(table) + " validate constraint " + Identifiers.quoted(constraint)),
                List.of());
    }

    private String add(TableConstraint constraint) {
        return "alter table " + names.of(constraint.table()) + " add constraint "
                + Identifiers.quoted(constraint.constraint().name()) + " ";
    }

    String drop(QualifiedName table, String constraint) {
        return "alter table " + names.of(table) + " drop constraint " + Identifiers.quoted(constraint);
    }

    /** A primary or unique key, by an index that is made before. */
    List<Entry> key(TableConstraint constraint) {
        Constraint wanted = constraint.constraint();
        String name = Identifiers.quoted(wanted.name());
        String nulls = wanted instanceof UniqueKey unique && !unique.nullsDistinct() ? " nulls not distinct" : "";
        String kind = wanted instanceof PrimaryKey ? "primary key" : "unique";
        QualifiedName index = new QualifiedName(constraint.table().schema(), wanted.name());
        return List.of(
                Entry.of(
                                "add unique index " + wanted.name() + " of "
                                        + constraint.table().name(),
                                List.of("create unique index concurrently " + name + " on "
                                        + names.of(constraint.table()) + " (" + Identifiers.list(wanted.columns()) + ")"
                                        + nulls),
                                List.of("drop index concurrently if exists " + names.of(index)))
                        .withoutTransaction()
                        .noting(IF_INDEX_FAILS),
                Entry.of(
                        "add " + constraint.description(),
                        List.of(add(constraint) + kind + " using index " + name + deferral(wanted)),
                        List.of(drop(constraint.table(), wanted.name()))));
    }

    private static String deferral(Constraint constraint) {
        Deferral deferral = constraint instanceof PrimaryKey key
                ? key.deferral()
                : constraint instanceof UniqueKey unique ? unique.deferral() : Deferral.NONE;
        return deferral.sql();
    }

    /** A column is not null, which a check has shown before. */
    List<Entry> notNull(QualifiedName table, String column) {
        String check = Identifiers.fitting(table.name() + "_" + column + "_not_null");
        String alter = "alter table " + names.of(table);
        String quoted = Identifiers.quoted(column);
        String condition =
                " add constraint " + Identifiers.quoted(check) + " check (" + quoted + " is not null) not valid";
        String of = column + " of " + table.name();
        return List.of(
                Entry.of("ask for " + of, List.of(alter + condition), List.of(drop(table, check))),
                validation(table, check),
                Entry.of(
                        "set not null " + of,
                        List.of(alter + " alter column " + quoted + " set not null", drop(table, check)),
                        List.of(alter + condition, alter + " alter column " + quoted + " drop not null")));
    }
}
