// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.changelog;

import dev.athanor.migrations.compare.ObjectNames;
import dev.athanor.migrations.schema.Column;
import dev.athanor.migrations.schema.Identifiers;
import dev.athanor.migrations.schema.Identity;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.TableColumn;
import java.util.List;

/**
 * A new column that numbers rows: a sequence of its own gives numbers until all have one. Immutable and thread-safe.
 */
record OnlineIdentity(TableColumn of, ObjectNames names, OnlineConstraints constraints) {
    void add(List<Entry> expand) {
        Column column = of.column();
        Identity identity = column.identity().orElseThrow();
        String table = names.of(of.table());
        String name = Identifiers.quoted(column.name());
        String alter = "alter table " + table + " alter column " + name;
        String sequence = names.of(new QualifiedName(
                of.table().schema(), Identifiers.fitting(of.table().name() + "_" + column.name() + "_fill")));
        String make = "create sequence " + sequence + " as "
                + identity.options().type() + identity.options().sql();
        String number = alter + " set default nextval(" + Identifiers.literal(sequence) + ")";
        String where = column.name() + " of " + of.table().name();
        expand.add(Entry.of(
                "add " + of.description(),
                List.of(make, "alter table " + table + " add column " + name + " " + column.type(), number),
                List.of("alter table " + table + " drop column " + name, "drop sequence " + sequence)));
        expand.add(Batches.of("number " + where, table, name + " = default", name + " is null"));
        expand.addAll(constraints.notNull(of.table(), column.name()));
        expand.add(Entry.of(
                "go on numbering " + where,
                List.of(
                        alter + " drop default",
                        alter + " add generated " + (identity.always() ? "always" : "by default") + " as identity ("
                                + identity.options().completeSql().strip() + ")",
                        "select setval(pg_get_serial_sequence(" + Identifiers.literal(table) + ", "
                                + Identifiers.literal(column.name()) + "), nextval(" + Identifiers.literal(sequence)
                                + "), false)",
                        "drop sequence " + sequence),
                List.of(alter + " drop identity", make, number)));
        column.comment()
                .ifPresent(text -> expand.add(Entry.of(
                        "comment on " + where,
                        List.of("comment on column " + table + "." + name + " is " + Identifiers.literal(text)),
                        List.of("comment on column " + table + "." + name + " is null"))));
    }
}
