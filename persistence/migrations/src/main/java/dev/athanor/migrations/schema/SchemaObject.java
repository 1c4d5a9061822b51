// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

/** What a schema is made of, and can be made, dropped or changed by itself. Immutable and thread-safe. */
public sealed interface SchemaObject
        permits NamedSchema, Extension, EnumType, Sequence, Table, TableColumn, TableConstraint, TableIndex {
    /** What it is, in words: {@code column author.name}. */
    String description();

    /** What does something with each kind of object. */
    <R> R accept(SchemaVisitor<R> visitor);
}
