// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.schema.Column;
import dev.athanor.migrations.schema.ForeignKey;
import dev.athanor.migrations.schema.Identifiers;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.migrations.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Rows for the tables of a schema, where its constraints let them in. */
final class RandomRows {
    private static final int EACH = 4;
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("text", "'text %d'"),
            Map.entry("character varying(20)", "'short %d'"),
            Map.entry("integer", "%d"),
            Map.entry("bigint", "%d"),
            Map.entry("numeric(10,2)", "%d.5"),
            Map.entry("boolean", "%d %% 2 = 0"),
            Map.entry("timestamp with time zone", "'2020-01-0%d'"),
            Map.entry("date", "'2021-01-0%d'"),
            Map.entry("uuid", "md5('%d')::uuid"),
            Map.entry("jsonb", "'{\"a\": %d}'"),
            Map.entry("text[]", "'{a,%d}'"),
            Map.entry("interval", "'%d days'"),
            Map.entry("bytea", "'\\x0%d'"));

    private RandomRows() {}

    /** Puts some in; how many there are. */
    static int into(SchemaModel model, Connection connection) throws SQLException {
        int count = 0;
        for (Table table : model.tables()) {
            for (int i = 1; i <= EACH; i++) {
                count += insert(model, table, i, connection);
            }
        }
        return count;
    }

    private static int insert(SchemaModel model, Table table, int i, Connection connection) throws SQLException {
        Map<String, String> row = new LinkedHashMap<>();
        for (Column column : table.columns()) {
            if (column.generated().isEmpty() && column.identity().isEmpty()) {
                row.put(Identifiers.quoted(column.name()), value(model, table, column, i));
            }
        }
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("insert into " + table.name().sql()
                    + (row.isEmpty()
                            ? " default values"
                            : " (" + String.join(", ", row.keySet()) + ") values (" + String.join(", ", row.values())
                                    + ")"));
        } catch (SQLException e) {
            if (e.getSQLState().startsWith("23")) {
                return 0;
            }
            throw e;
        }
    }

    private static String value(SchemaModel model, Table table, Column column, int i) {
        Optional<ForeignKey> key = table.foreignKeys().stream()
                .filter(each -> each.columns().contains(column.name()))
                .findFirst();
        if (key.isPresent()) {
            return "(select id from " + key.get().target().sql() + " order by id limit 1 offset " + i % 2 + ")";
        }
        if (column.nullable() && (i + column.name().length()) % EACH == 0) {
            return "null";
        }
        List<String> moods = model.enums().get(0).values();
        String mood = moods.get(i % moods.size());
        return switch (column.type()) {
            case "mood" -> Identifiers.literal(mood);
            case "mood[]" -> "array[" + Identifiers.literal(mood) + "::mood]";
            default ->
                Objects.requireNonNull(VALUES.get(column.type()))
                        .replace("%%", "%")
                        .replace("%d", String.valueOf(i));
        };
    }

    /** All rows, but for some columns. */
    static List<String> of(SchemaModel model, Set<String> without, Connection connection) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (Table table : model.tables()) {
                String gone = table.columns().stream()
                        .map(Column::name)
                        .filter(column -> without.contains(table.name().sql() + "." + column))
                        .map(column -> " - " + Identifiers.literal(column))
                        .reduce("", String::concat);
                try (ResultSet row = statement.executeQuery("select (to_jsonb(t)" + gone + ")::text from "
                        + table.name().sql() + " t order by id::text")) {
                    while (row.next()) {
                        rows.add(table.name() + " " + row.getString(1));
                    }
                }
            }
        }
        return rows;
    }
}
