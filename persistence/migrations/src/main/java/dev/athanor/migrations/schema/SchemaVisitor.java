// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

/**
 * Does something with each kind of object of a schema.
 *
 * @param <R> what it gives
 */
public interface SchemaVisitor<R> {
    /** A schema. */
    R visit(NamedSchema schema);

    /** An extension. */
    R visit(Extension extension);

    /** An enumeration. */
    R visit(EnumType type);

    /** A sequence. */
    R visit(Sequence sequence);

    /** A table. */
    R visit(Table table);

    /** A column. */
    R visit(TableColumn column);

    /** A key or another constraint. */
    R visit(TableConstraint constraint);

    /** An index. */
    R visit(TableIndex index);
}
