// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.mapping;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Columns by which a table refers to a row of one. Immutable and thread-safe.
 *
 * @param name the name of the constraint, if one is said
 * @param columns the columns, in order
 * @param target the table
 * @param targetColumns its columns, in the same order
 * @param actions what {@code @ForeignKey(foreignKeyDefinition)} says, or {@code on delete cascade}; mostly nothing
 * @param sources where annotations about it may be: the attribute, or the class
 */
public record MappedReference(
        Optional<String> name,
        List<String> columns,
        TableName target,
        List<String> targetColumns,
        String actions,
        List<AnnotatedElement> sources) {
    /** Keeps copies. */
    public MappedReference {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        Objects.requireNonNull(target, "target");
        targetColumns = List.copyOf(targetColumns);
        Objects.requireNonNull(actions, "actions");
        sources = List.copyOf(sources);
    }
}
