// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.lint;

import dev.athanor.migrations.internal.ColumnType;
import dev.athanor.migrations.internal.SqlToken;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What is known of a schema from the statements that have made it so far. For one use by one thread. */
final class KnownSchema {
    private final Map<String, ColumnType> columns = new HashMap<>();

    /** The columns that are computed when they are read. */
    private final Set<String> virtual = new HashSet<>();

    private final Map<String, String> tableOfIndex = new HashMap<>();
    private final Map<String, List<String>> enums = new HashMap<>();

    /** The columns of which checks say that they are not null, by constraints. */
    private final Map<String, String> checked = new HashMap<>();

    /** Those of them that are not-null constraints, which go with {@code drop not null}; a check stays. */
    private final Set<String> notNull = new HashSet<>();

    private final Set<String> unvalidated = new HashSet<>();

    // Of the file.
    private String file = "";
    private final Set<String> newTables = new HashSet<>();
    private final Set<String> newColumns = new HashSet<>();
    private final Set<String> filledTables = new HashSet<>();

    void in(String changelog) {
        if (!file.equals(changelog)) {
            file = changelog;
            newTables.clear();
            newColumns.clear();
            filledTables.clear();
        }
    }

    private static String key(String table, String name) {
        return table + "\n" + name;
    }

    Optional<ColumnType> type(String table, String column) {
        return Optional.ofNullable(columns.get(key(table, column)));
    }

    List<String> values(String type) {
        return enums.getOrDefault(type, List.of());
    }

    /** Whether it is computed when it is read. */
    boolean isVirtual(String table, String column) {
        return virtual.contains(key(table, column));
    }

    /** The table that an operation is about; empty if it is not known. */
    String tableOf(Operation operation) {
        return switch (operation.kind()) {
            case DROP_INDEX -> tableOfIndex.getOrDefault(operation.table(), "");
            case REINDEX ->
                operation.name().isEmpty() ? operation.table() : tableOfIndex.getOrDefault(operation.name(), "");
            default -> operation.table();
        };
    }

    /** Whether nobody can use it yet. */
    boolean isNew(String table) {
        return newTables.contains(table);
    }

    boolean isNew(String table, String column) {
        return isNew(table) || newColumns.contains(key(table, column));
    }

    boolean isFilled(String table) {
        return filledTables.contains(table);
    }

    /** Whether a check that is valid says that there are no nulls. */
    boolean isCheckedNotNull(String table, String column) {
        return checked.entrySet().stream()
                .anyMatch(
                        check -> check.getValue().equals(key(table, column)) && !unvalidated.contains(check.getKey()));
    }

    void learn(Operation operation) {
        String table = operation.table();
        String name = operation.name();
        switch (operation.kind()) {
            case CREATE_TABLE -> created(operation);
            case CREATE_SEQUENCE -> newTables.add(table);
            case ADD_COLUMN -> {
                column(key(table, name), operation.rest());
                newColumns.add(key(table, name));
            }
            case COLUMN_TYPE -> columns.put(key(table, name), ColumnType.of(operation.rest()));
            case RENAME_COLUMN -> renamed(table, name, AlterTable.newName(operation.rest()));
            case RENAME_TABLE, MOVE_TABLE -> renamedTable(table, AlterTable.nameAfter(operation));
            case CREATE_INDEX -> tableOfIndex.put(AlterTable.renamed(table, name), table);
            case ADD_CONSTRAINT -> constraint(operation);
            case DROP_CONSTRAINT -> forgotten(key(table, name));
            case DROP_NOT_NULL -> nullable(key(table, name));
            case VALIDATE -> unvalidated.remove(key(table, name));
            case UPDATE, BATCHED_UPDATE -> filledTables.add(table);
            case CREATE_ENUM -> enums.put(table, strings(operation.rest()));
            case RENAME_ENUM -> enums.put(AlterTable.renamed(table, name), values(table));
            default -> {
                // Nothing that matters here.
            }
        }
    }

    private void created(Operation operation) {
        newTables.add(operation.table());
        for (List<SqlToken> part : operation.cursor().partsInParentheses()) {
            Cursor cursor = new Cursor(part);
            String name = cursor.name();
            column(key(operation.table(), name), cursor.rest());
        }
    }

    private void column(String key, List<SqlToken> definition) {
        columns.put(key, ColumnType.of(definition));
        boolean computed = Cursor.has(definition, "generated", "always", "as", "(");
        if (computed && !new Cursor(definition).skipTo("stored")) {
            virtual.add(key);
        } else {
            virtual.remove(key);
        }
    }

    private void renamed(String table, String from, String to) {
        Optional.ofNullable(columns.remove(key(table, from))).ifPresent(type -> columns.put(key(table, to), type));
        if (newColumns.remove(key(table, from))) {
            newColumns.add(key(table, to));
        }
        if (virtual.remove(key(table, from))) {
            virtual.add(key(table, to));
        }
        checked.replaceAll((check, column) -> column.equals(key(table, from)) ? key(table, to) : column);
    }

    private void renamedTable(String from, String to) {
        UnaryOperator<String> renamed = key -> key.startsWith(from + "\n") ? to + key.substring(from.length()) : key;
        for (String column : List.copyOf(columns.keySet())) {
            Optional.ofNullable(columns.remove(column)).ifPresent(type -> columns.put(renamed.apply(column), type));
        }
        for (String check : List.copyOf(checked.keySet())) {
            Optional.ofNullable(checked.remove(check))
                    .ifPresent(column -> checked.put(renamed.apply(check), renamed.apply(column)));
        }
        rename(notNull, renamed);
        rename(unvalidated, renamed);
        rename(newColumns, renamed);
        rename(virtual, renamed);
        UnaryOperator<String> table = name -> name.equals(from) ? to : name;
        rename(newTables, table);
        rename(filledTables, table);
        for (String index : List.copyOf(tableOfIndex.keySet())) {
            if (from.equals(tableOfIndex.get(index))) {
                tableOfIndex.remove(index);
                tableOfIndex.put(AlterTable.renamed(to, index.substring(index.lastIndexOf('.') + 1)), to);
            }
        }
    }

    private static void rename(Set<String> names, UnaryOperator<String> renamed) {
        List<String> all = names.stream().map(renamed).toList();
        names.clear();
        names.addAll(all);
    }

    private void forgotten(String constraint) {
        checked.remove(constraint);
        notNull.remove(constraint);
    }

    private void nullable(String column) {
        List.copyOf(notNull).stream()
                .filter(constraint -> column.equals(checked.get(constraint)))
                .forEach(this::forgotten);
    }

    private void constraint(Operation operation) {
        String key = key(operation.table(), operation.name());
        if (operation.has("not", "valid") || operation.has("not", "enforced")) {
            unvalidated.add(key);
        }
        Cursor cursor = operation.cursor();
        if (cursor.accept("check")) {
            List<SqlToken> condition =
                    cursor.partsInParentheses().stream().findFirst().orElse(List.of());
            List<SqlToken> bare = condition.stream()
                    .filter(token -> !token.is("(") && !token.is(")"))
                    .toList();
            Cursor inside = new Cursor(bare);
            String column = inside.name();
            if (inside.accept("is", "not", "null") && inside.atEnd()) {
                checked.put(key, key(operation.table(), column));
                notNull.remove(key);
            }
        } else if (cursor.accept("not", "null")) {
            checked.put(key, key(operation.table(), cursor.name()));
            notNull.add(key);
        }
    }

    private static List<String> strings(List<SqlToken> tokens) {
        return tokens.stream()
                .filter(token -> token.kind() == SqlToken.Kind.STRING)
                .map(token -> token.text()
                        .substring(token.text().indexOf('\'') + 1, token.text().length() - 1))
                .collect(Collectors.toList());
    }

    /** Whether what an operation does keeps others from working. */
    boolean isFelt(Operation operation) {
        return operation.kind().isHeavy() && !isNew(tableOf(operation)) && !operation.has("concurrently");
    }
}
