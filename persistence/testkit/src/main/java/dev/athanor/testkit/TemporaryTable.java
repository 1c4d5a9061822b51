// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.schema.SchemaExpression;
import dev.athanor.sql.type.SqlType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table as it is made for a check, in the place of one that statements name. Each is itself only. */
final class TemporaryTable {
    /** The column by which a row is known. */
    static final String NUMBER = "athanor_row";

    private final String name;
    private final Map<String, Definition> columns = new LinkedHashMap<>();
    private final Map<String, String> computed = new LinkedHashMap<>();
    private final Set<List<String>> indexes = new LinkedHashSet<>();

    TemporaryTable(String name) {
        this.name = name;
        columns.put(NUMBER, new Definition(SqlTypes.INTEGER, SqlTypes.INTEGER.name()));
    }

    String name() {
        return name;
    }

    /** Its columns, by their names. */
    Map<String, Definition> columns() {
        return Collections.unmodifiableMap(columns);
    }

    /** Has a column, of this type unless it has it already. */
    Slot slot(String column, SqlType<?> type) {
        columns.putIfAbsent(column, new Definition(type, type.name()));
        return new Slot(this, column);
    }

    /** Has a column of just this type. */
    void define(String column, SqlType<?> type, Optional<String> definition) {
        columns.put(column, new Definition(type, definition.orElse(type.name())));
    }

    /** Has a column that the database computes. */
    void compute(String column, SchemaExpression expression) {
        computed.put(column, expression.type().name() + " generated always as (" + expression.sql() + ") stored");
    }

    /** Whether it computes a column. */
    boolean computes(String column) {
        return computed.containsKey(column);
    }

    /** Finds rows by these columns. */
    void index(List<String> names) {
        indexes.add(names);
    }

    /** What makes it. */
    String create() {
        Stream<String> own = columns.entrySet().stream()
                .map(column -> quoted(column.getKey()) + " " + column.getValue().definition());
        Stream<String> others =
                computed.entrySet().stream().map(column -> quoted(column.getKey()) + " " + column.getValue());
        return Stream.concat(own, others)
                .collect(Collectors.joining(", ", "create temporary table " + quoted(name) + " (", ") on commit drop"));
    }

    /** What makes its indexes. */
    List<String> createIndexes() {
        return indexes.stream()
                .map(names -> names.stream()
                        .map(TemporaryTable::quoted)
                        .collect(Collectors.joining(", ", "create index on " + quoted(name) + " (", ")")))
                .toList();
    }

    /** What adds a row. */
    String insert() {
        return columns.keySet().stream()
                        .map(TemporaryTable::quoted)
                        .collect(Collectors.joining(", ", "insert into " + quoted(name) + " (", ") values ("))
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /**
     * What a column is like.
     *
     * @param type how its values travel
     * @param definition its type, in the database's words
     */
    record Definition(SqlType<?> type, String definition) {}
}
