// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Columns that no two rows have the same values in. Immutable and thread-safe.
 *
 * @param name the name
 * @param columns the columns, in order
 * @param nullsDistinct whether nulls differ from each other
 * @param deferral when it is checked
 */
public record UniqueKey(String name, List<String> columns, boolean nullsDistinct, Deferral deferral)
        implements Constraint {
    /** Keeps a copy. */
    public UniqueKey {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        Objects.requireNonNull(deferral, "deferral");
    }

    /** One that is checked by each statement, and lets nulls be. */
    public static UniqueKey of(String name, List<String> columns) {
        return new UniqueKey(name, columns, true, Deferral.NONE);
    }

    @Override
    public UniqueKey named(String other) {
        return new UniqueKey(other, columns, nullsDistinct, deferral);
    }

    @Override
    public String kind() {
        return "unique key";
    }

    @Override
    public String definition(Function<QualifiedName, String> tables) {
        return "unique " + (nullsDistinct ? "" : "nulls not distinct ") + "(" + Identifiers.list(columns) + ")"
                + deferral.sql();
    }

    @Override
    public UniqueKey following(QualifiedName table, NameChange names) {
        return new UniqueKey(
                name,
                columns.stream().map(column -> names.column(table, column)).toList(),
                nullsDistinct,
                deferral);
    }
}
