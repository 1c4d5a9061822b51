// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

import java.util.Comparator;
import java.util.Objects;

/**
 * The name of a table, a sequence or a type, with the schema that it is in. Immutable and thread-safe.
 *
 * @param schema the schema
 * @param name the name within it
 */
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {
    private static final Comparator<QualifiedName> ORDER =
            Comparator.comparing(QualifiedName::schema).thenComparing(QualifiedName::name);

    /** Has both. */
    public QualifiedName {
        Objects.requireNonNull(schema, "schema");
        Objects.requireNonNull(name, "name");
    }

    @Override
    public int compareTo(QualifiedName other) {
        return ORDER.compare(this, other);
    }

    /** As SQL has it, with the schema. */
    public String sql() {
        return Identifiers.quoted(schema) + "." + Identifiers.quoted(name);
    }

    @Override
    public String toString() {
        return sql();
    }
}
