// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.mapping;

import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A table of entities, of a relation or of a collection of values. Immutable and thread-safe.
 *
 * @param name the name
 * @param columns the columns, those of the key first
 * @param key the columns of the primary key; none if it has no key
 * @param references the columns that refer to other tables
 * @param uniqueKeys the unique keys of more than one column, or with names
 * @param indexes the indexes
 * @param uniqueIndexes the indexes that let no value come twice
 * @param entities the classes that have this table as their first, or only, from the root on; none for others
 * @param sources where annotations about it may be: those classes, or the attribute that it keeps
 * @param rows rows that have to be there, of constants of SQL by their columns: those of a table that counts keys
 */
public record MappedTable(
        TableName name,
        List<MappedColumn> columns,
        List<String> key,
        List<MappedReference> references,
        List<MappedIndex> uniqueKeys,
        List<MappedIndex> indexes,
        List<MappedIndex> uniqueIndexes,
        List<Class<?>> entities,
        List<AnnotatedElement> sources,
        List<Map<String, String>> rows) {
    /** Keeps copies. */
    public MappedTable {
        Objects.requireNonNull(name, "name");
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        references = List.copyOf(references);
        uniqueKeys = List.copyOf(uniqueKeys);
        indexes = List.copyOf(indexes);
        uniqueIndexes = List.copyOf(uniqueIndexes);
        entities = List.copyOf(entities);
        sources = List.copyOf(sources);
        rows = List.copyOf(rows);
    }
}
