// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.model;

import dev.athanor.migrations.schema.Identifiers;
import java.util.List;
import java.util.Objects;

/**
 * How constraints and indexes are called that nobody gave a name: by patterns, in which <code>{table}</code> and <code>
 * {columns}</code> stand for themselves.
 *
 * <pre>{@code
 * Naming ours = new Naming("pk_{table}", "uq_{table}_{columns}", "fk_{table}_{columns}", "ck_{table}_{columns}",
 *         "ix_{table}_{columns}");
 * }</pre>
 *
 * <p>What is longer than PostgreSQL keeps is cut, and ends in a number that is made of all of it. Immutable and
 * thread-safe.
 *
 * @param primaryKey of primary keys
 * @param uniqueKey of unique keys
 * @param foreignKey of foreign keys
 * @param check of checks, which have no columns if they are said of a table
 * @param index of indexes, where {@code expr} stands for an expression
 */
public record Naming(String primaryKey, String uniqueKey, String foreignKey, String check, String index) {
    /** Has them all. */
    public Naming {
        Objects.requireNonNull(primaryKey, "primaryKey");
        Objects.requireNonNull(uniqueKey, "uniqueKey");
        Objects.requireNonNull(foreignKey, "foreignKey");
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(index, "index");
    }

    /** As PostgreSQL itself calls them. */
    public static Naming ofPostgreSql() {
        return new Naming(
                "{table}_pkey",
                "{table}_{columns}_key",
                "{table}_{columns}_fkey",
                "{table}_{columns}_check",
                "{table}_{columns}_idx");
    }

    static String name(String pattern, String table, List<String> columns) {
        String between = String.join("_", columns);
        String filled = columns.isEmpty()
                ? pattern.replace("_{columns}", "").replace("{columns}", "")
                : pattern.replace("{columns}", between);
        return Identifiers.fitting(filled.replace("{table}", table));
    }
}
