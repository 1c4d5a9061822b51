// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Columns that refer to a row of a table. Immutable and thread-safe.
 *
 * @param name the name
 * @param columns the columns, in order
 * @param target the table that is referred to
 * @param targetColumns its columns, in the same order
 * @param onDelete what becomes of a row when its target is deleted
 * @param onUpdate what becomes of it when its target's key changes
 * @param matchFull whether either all columns or none must be null
 * @param deferral when it is checked
 * @param validated whether the rows that were there before are known to keep to it
 */
public record ForeignKey(
        String name,
        List<String> columns,
        QualifiedName target,
        List<String> targetColumns,
        ReferenceAction onDelete,
        ReferenceAction onUpdate,
        boolean matchFull,
        Deferral deferral,
        boolean validated)
        implements Constraint {
    /** Keeps copies. */
    public ForeignKey {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        Objects.requireNonNull(target, "target");
        targetColumns = List.copyOf(targetColumns);
        Objects.requireNonNull(onDelete, "onDelete");
        Objects.requireNonNull(onUpdate, "onUpdate");
        Objects.requireNonNull(deferral, "deferral");
    }

    /** One that refuses deletes. */
    public static ForeignKey of(String name, List<String> columns, QualifiedName target, List<String> targetColumns) {
        return new ForeignKey(
                name,
                columns,
                target,
                targetColumns,
                ReferenceAction.NO_ACTION,
                ReferenceAction.NO_ACTION,
                false,
                Deferral.NONE,
                true);
    }

    /** The same with another action. */
    public ForeignKey onDelete(ReferenceAction action) {
        return new ForeignKey(name, columns, target, targetColumns, action, onUpdate, matchFull, deferral, validated);
    }

    @Override
    public ForeignKey named(String other) {
        return new ForeignKey(
                other, columns, target, targetColumns, onDelete, onUpdate, matchFull, deferral, validated);
    }

    @Override
    public String kind() {
        return "foreign key";
    }

    @Override
    public String definition(Function<QualifiedName, String> tables) {
        return "foreign key (" + Identifiers.list(columns) + ") references " + tables.apply(target) + " ("
                + Identifiers.list(targetColumns) + ")"
                + (matchFull ? " match full" : "")
                + (onDelete == ReferenceAction.NO_ACTION ? "" : " on delete " + onDelete.sql())
                + (onUpdate == ReferenceAction.NO_ACTION ? "" : " on update " + onUpdate.sql())
                + deferral.sql()
                + (validated ? "" : " not valid");
    }

    @Override
    public ForeignKey following(QualifiedName table, NameChange names) {
        return new ForeignKey(
                name,
                columns.stream().map(column -> names.column(table, column)).toList(),
                names.table(target),
                targetColumns.stream()
                        .map(column -> names.column(target, column))
                        .toList(),
                onDelete,
                onUpdate,
                matchFull,
                deferral,
                validated);
    }
}
