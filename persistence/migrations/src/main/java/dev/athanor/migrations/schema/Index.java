// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An index that no constraint made. Immutable and thread-safe.
 *
 * @param name the name
 * @param parts what is indexed, as SQL has it: a column, or an expression in parentheses, with its order
 * @param method {@code btree}, {@code gin} …
 * @param unique whether no two rows may have the same values
 * @param nullsDistinct whether nulls differ from each other
 * @param included columns that it has besides
 * @param condition the condition of the rows that it has, if not of all
 */
public record Index(
        String name,
        List<String> parts,
        String method,
        boolean unique,
        boolean nullsDistinct,
        List<String> included,
        Optional<String> condition) {
    /** Keeps copies. */
    public Index {
        Objects.requireNonNull(name, "name");
        parts = List.copyOf(parts);
        Objects.requireNonNull(method, "method");
        included = List.copyOf(included);
        Objects.requireNonNull(condition, "condition");
    }

    /** One of all rows. */
    public static Index of(String name, List<String> parts, boolean unique) {
        return new Index(name, parts, "btree", unique, true, List.of(), Optional.empty());
    }

    /** The same under another name. */
    public Index named(String other) {
        return new Index(other, parts, method, unique, nullsDistinct, included, condition);
    }

    /** What follows the table in {@code create index … on table}. */
    public String definition() {
        return (method.equals("btree") ? "" : "using " + method + " ") + "(" + String.join(", ", parts) + ")"
                + (included.isEmpty() ? "" : " include (" + Identifiers.list(included) + ")")
                + (nullsDistinct ? "" : " nulls not distinct")
                + condition.map(text -> " where " + text).orElse("");
    }

    /** The same of a table, with other names in it. */
    public Index following(QualifiedName table, NameChange names) {
        return new Index(
                name,
                parts.stream().map(part -> names.expression(table, part)).toList(),
                method,
                unique,
                nullsDistinct,
                included.stream().map(column -> names.column(table, column)).toList(),
                condition.map(text -> names.expression(table, text)));
    }
}
