// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.changelog;

import dev.athanor.migrations.compare.Added;
import dev.athanor.migrations.compare.Altered;
import dev.athanor.migrations.compare.ChangeSql;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.compare.ObjectNames;
import dev.athanor.migrations.internal.ColumnType;
import dev.athanor.migrations.internal.SqlTokens;
import dev.athanor.migrations.internal.Volatility;
import dev.athanor.migrations.schema.Column;
import dev.athanor.migrations.schema.Identifiers;
import dev.athanor.migrations.schema.PrimaryKey;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.TableColumn;
import java.util.List;
import java.util.Optional;

/** Columns that come, or change, while others read and write. Immutable and thread-safe. */
record OnlineColumns(Comparison comparison, ObjectNames names, ChangeSql sql) {
    private static final String FILL = "If rows have no value, fill them before, in batches.";

    private OnlineConstraints constraints() {
        return new OnlineConstraints(names, sql);
    }

    private void plain(Column before, Column after, QualifiedName table, List<Entry> entries) {
        if (!before.equals(after)) {
            entries.add(Entry.of(new Altered(new TableColumn(table, before), new TableColumn(table, after)), sql));
        }
    }

    /** A value for each row is given in batches, if it is not the same for all. */
    void add(Added added, TableColumn of, List<Entry> expand, List<Entry> contract) {
        Column column = of.column();
        if (column.generated().isPresent()) {
            expand.add(Entry.of(added, sql));
        } else if (column.identity().isPresent()) {
            new OnlineIdentity(of, names, constraints()).add(expand);
        } else if (column.defaultValue().filter(this::isVolatile).isPresent()) {
            Column bare = column.withNullable(true).withDefault(Optional.empty());
            expand.add(Entry.of(new Added(new TableColumn(of.table(), bare)), sql));
            plain(bare, column.withNullable(true), of.table(), expand);
            fill(of, expand);
            if (!column.nullable()) {
                expand.addAll(constraints().notNull(of.table(), column.name()));
            }
        } else if (!column.nullable() && column.defaultValue().isEmpty()) {
            expand.add(Entry.of(new Added(new TableColumn(of.table(), column.withNullable(true))), sql));
            demand(of, isKey(of) ? expand : contract);
        } else {
            expand.add(Entry.of(added, sql));
        }
    }

    private boolean isVolatile(String expression) {
        return Volatility.isVolatile(SqlTokens.of(expression));
    }

    private void fill(TableColumn of, List<Entry> entries) {
        String name = Identifiers.quoted(of.column().name());
        entries.add(Batches.of(
                "fill " + of.column().name() + " of " + of.table().name(),
                names.of(of.table()),
                name + " = default",
                name + " is null"));
    }

    /** Servers of the old version write nulls. */
    private void demand(TableColumn of, List<Entry> entries) {
        List<Entry> steps = constraints().notNull(of.table(), of.column().name());
        entries.add(steps.get(0).noting(FILL));
        entries.addAll(steps.subList(1, steps.size()));
    }

    private boolean isKey(TableColumn of) {
        return comparison
                .after()
                .table(of.table())
                .flatMap(table -> table.primaryKey())
                .map(PrimaryKey::columns)
                .filter(columns -> columns.contains(of.column().name()))
                .isPresent();
    }

    void change(TableColumn before, TableColumn after, List<Entry> expand, List<Entry> contract) {
        Column old = before.column();
        Column wanted = after.column();
        boolean demanded = old.nullable() && !wanted.nullable();
        Column loose = demanded ? wanted.withNullable(true) : wanted;
        if (isRewritten(old, wanted) && isInSteps(before, after)) {
            new OnlineType(after.table(), old, loose, names, sql).change(expand);
        } else {
            plain(old, loose, after.table(), expand);
        }
        if (demanded) {
            List<Entry> entries = isKey(after) || wanted.identity().isPresent() ? expand : contract;
            if (wanted.defaultValue().isPresent()) {
                fill(after, entries);
            }
            demand(after, entries);
        }
    }

    private static boolean isRewritten(Column old, Column wanted) {
        ColumnType from = ColumnType.of(SqlTokens.of(old.type()));
        return !from.staysAs(ColumnType.of(SqlTokens.of(wanted.type())))
                || !old.collation().equals(wanted.collation());
    }

    private boolean isInSteps(TableColumn before, TableColumn after) {
        Conflicts conflicts = new Conflicts(comparison);
        return before.column().identity().isEmpty()
                && after.column().identity().isEmpty()
                && before.column().generated().isEmpty()
                && conflicts.standsAlone(after.table(), after.column().name());
    }

    /** One that stays until later does not ask for values that servers of the new version do not give. */
    void release(TableColumn of, List<Entry> expand) {
        Column column = of.column();
        if (!column.nullable()
                && column.defaultValue().isEmpty()
                && column.identity().isEmpty()) {
            plain(column, column.withNullable(true), of.table(), expand);
        }
    }
}
