// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A primary key. Immutable and thread-safe.
 *
 * @param name the name
 * @param columns the columns, in order
 * @param deferral when it is checked
 */
public record PrimaryKey(String name, List<String> columns, Deferral deferral) implements Constraint {
    /** Keeps a copy. */
    public PrimaryKey {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        Objects.requireNonNull(deferral, "deferral");
    }

    /** One that is checked by each statement. */
    public static PrimaryKey of(String name, List<String> columns) {
        return new PrimaryKey(name, columns, Deferral.NONE);
    }

    @Override
    public PrimaryKey named(String other) {
        return new PrimaryKey(other, columns, deferral);
    }

    @Override
    public String kind() {
        return "primary key";
    }

    @Override
    public String definition(Function<QualifiedName, String> tables) {
        return "primary key (" + Identifiers.list(columns) + ")" + deferral.sql();
    }

    @Override
    public PrimaryKey following(QualifiedName table, NameChange names) {
        return new PrimaryKey(
                name,
                columns.stream().map(column -> names.column(table, column)).toList(),
                deferral);
    }
}
