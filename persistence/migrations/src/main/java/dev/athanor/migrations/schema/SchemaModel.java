// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.schema;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One or more schemas: what is wanted, or what a database has. Its objects are in the order of their names. Immutable
 * and thread-safe.
 *
 * @param mainSchema the schema of names that say none
 * @param schemas the names of all
 * @param extensions the extensions that it needs, or has
 * @param enums the enumerations
 * @param sequences the sequences but those of identity columns
 * @param tables the tables
 * @param notCompared what is there besides, which a comparison does not look at, in words
 */
public record SchemaModel(
        String mainSchema,
        Set<String> schemas,
        List<Extension> extensions,
        List<EnumType> enums,
        List<Sequence> sequences,
        List<Table> tables,
        List<String> notCompared) {
    /** Keeps sorted copies. */
    public SchemaModel {
        Objects.requireNonNull(mainSchema, "mainSchema");
        schemas = Collections.unmodifiableSortedSet(new TreeSet<>(schemas));
        extensions = sorted(extensions, Comparator.comparing(Extension::name));
        enums = sorted(enums, Comparator.comparing(EnumType::name));
        sequences = sorted(sequences, Comparator.comparing(Sequence::name));
        tables = sorted(tables, Comparator.comparing(Table::name));
        notCompared = List.copyOf(notCompared);
    }

    private static <T> List<T> sorted(Collection<T> objects, Comparator<T> order) {
        return objects.stream().sorted(order).toList();
    }

    /** One without anything in it. */
    public static SchemaModel empty(String mainSchema) {
        return new SchemaModel(mainSchema, Set.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** The table of a name. */
    public Optional<Table> table(QualifiedName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** The table of a name in the main schema. */
    public Optional<Table> table(String name) {
        return table(new QualifiedName(mainSchema, name));
    }

    /** The schemas besides the main one. */
    public SortedSet<String> otherSchemas() {
        SortedSet<String> others = new TreeSet<>(schemas);
        others.remove(mainSchema);
        return others;
    }

    /** The same, with other names in it. */
    public SchemaModel following(NameChange names) {
        return new SchemaModel(
                mainSchema,
                schemas,
                extensions,
                enums,
                sequences.stream().map(sequence -> sequence.following(names)).toList(),
                tables.stream().map(table -> table.following(names)).toList(),
                notCompared);
    }
}
