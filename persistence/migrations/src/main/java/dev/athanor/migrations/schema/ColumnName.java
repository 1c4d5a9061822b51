// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

import java.util.Objects;

/**
 * A column, by its table and its name. Immutable and thread-safe.
 *
 * @param table the table
 * @param name the name
 */
public record ColumnName(QualifiedName table, String name) {
    /** Has both. */
    public ColumnName {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(name, "name");
    }
}
