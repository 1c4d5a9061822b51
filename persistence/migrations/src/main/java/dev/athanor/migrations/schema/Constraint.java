// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

import java.util.List;
import java.util.function.Function;

/** What rows of a table must be like. Immutable and thread-safe. */
public sealed interface Constraint permits PrimaryKey, UniqueKey, ForeignKey, Check, Exclusion {
    /** Its name. */
    String name();

    /** The columns that it names itself. */
    List<String> columns();

    /** The same under another name. */
    Constraint named(String other);

    /** The same of a table, with other names in it. */
    Constraint following(QualifiedName table, NameChange names);

    /** What it is called in sentences. */
    String kind();

    /** What follows {@code constraint name} in SQL, given what a table is called. */
    String definition(Function<QualifiedName, String> tables);
}
