// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

/**
 * Gives tables, columns and sequences other names, in what has them and in what refers to them. All are asked for by
 * the names that they had. Immutable and thread-safe.
 */
public interface NameChange {
    /** The name of a table. */
    QualifiedName table(QualifiedName table);

    /** The name of a column. */
    String column(QualifiedName table, String column);

    /** The name of a sequence. */
    QualifiedName sequence(QualifiedName sequence);

    /** An expression of a table, as PostgreSQL writes it. */
    String expression(QualifiedName table, String sql);
}
