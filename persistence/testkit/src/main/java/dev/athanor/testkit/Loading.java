// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.type.SqlType;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the temporary tables and fills them. For one use. */
final class Loading {
    private final Connection connection;
    private final EntityModels models;
    private final Rows rows;

    Loading(Connection connection, EntityModels models, Rows rows) {
        this.connection = connection;
        this.models = models;
        this.rows = rows;
    }

    void load() {
        Collection<TemporaryTable> tables = models.tables().all();
        index();
        try (Statement statement = connection.createStatement()) {
            for (TemporaryTable table : tables) {
                createTypes(statement, table);
                statement.execute(table.create());
            }
            fill();
            for (TemporaryTable table : tables) {
                for (String index : table.createIndexes()) {
                    statement.execute(index);
                }
                statement.execute("analyze " + TemporaryTable.quoted(table.name()));
            }
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /** By what relations look for, so that many rows take little time. */
    private void index() {
        for (EntityModel model : models.all()) {
            index(model.key());
            model.root().index(List.of(TemporaryTable.NUMBER));
            model.values()
                    .values()
                    .forEach(collection -> index(collection.junction().target()));
            for (Route route : model.routes().values()) {
                index(route.junction().own());
                index(route.junction().target());
                route.junction().link().ifPresent(link -> {
                    index(link.own());
                    index(link.target());
                });
            }
        }
    }

    private static void index(List<Slot> slots) {
        slots.get(0).table().index(slots.stream().map(Slot::column).toList());
    }

    private static ContractException refused(SQLException cause) {
        Throwable reason = cause instanceof BatchUpdateException && cause.getNextException() != null
                ? cause.getNextException()
                : cause;
        return new ContractException(
                ContractError.DATABASE_REFUSED,
                "the temporary tables could not be made or filled: " + reason.getMessage(),
                cause);
    }

    /** Enumerations of the database's own that it does not have. */
    private void createTypes(Statement statement, TemporaryTable table) throws SQLException {
        for (TemporaryTable.Definition column : table.columns().values()) {
            SqlType<?> type = column.type();
            if (type.javaType().isEnum() && type.codec().told() && !exists(type.name())) {
                for (String schema : schema(type.name()).stream().toList()) {
                    statement.execute("create schema if not exists " + schema);
                }
                statement.execute("create type " + qualified(type.name()) + " as enum " + constants(type.javaType()));
            }
        }
    }

    private boolean exists(String type) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select to_regtype(?) is not null")) {
            query.setString(1, type);
            try (ResultSet result = query.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static Optional<String> schema(String type) {
        int dot = type.indexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(type.substring(0, dot));
    }

    private static String qualified(String type) {
        return schema(type).isPresent() ? type : "pg_temp." + type;
    }

    private static String constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> "'" + ((Enum<?>) constant).name().replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private void fill() throws SQLException {
        Map<TemporaryTable, Batch> batches = new LinkedHashMap<>();
        for (GeneratedRow row : rows.all().toList()) {
            for (TemporaryTable table : row.tables()) {
                batch(batches, table).add(row.number(), row.values());
            }
        }
        for (EntityModel model : models.concrete()) {
            for (ValueModel collection : model.values().values()) {
                for (Rows.Valued row : rows.values(collection)) {
                    batch(batches, collection.temporary()).add(row.number(), row.values());
                }
            }
        }
        for (List<Rows.Linked> links : rows.links().values()) {
            for (Rows.Linked link : links) {
                batch(batches, link.table()).add(null, link.values());
            }
        }
        for (Batch batch : batches.values()) {
            batch.close();
        }
    }

    private Batch batch(Map<TemporaryTable, Batch> batches, TemporaryTable table) throws SQLException {
        Batch known = batches.get(table);
        if (known == null) {
            known = new Batch(table, connection.prepareStatement(table.insert()));
            batches.put(table, known);
        }
        return known;
    }

    /** The rows of one table. */
    private static final class Batch {
        private final TemporaryTable table;
        private final PreparedStatement insert;

        Batch(TemporaryTable table, PreparedStatement insert) {
            this.table = table;
            this.insert = insert;
        }

        void add(@Nullable Integer number, Map<Slot, @Nullable Object> values) throws SQLException {
            Map<String, @Nullable Object> byColumn = new HashMap<>();
            values.forEach((slot, value) -> {
                if (slot.table() == table) {
                    byColumn.put(slot.column(), value);
                }
            });
            byColumn.put(TemporaryTable.NUMBER, number);
            int place = 1;
            for (Map.Entry<String, TemporaryTable.Definition> column :
                    table.columns().entrySet()) {
                bind(column.getValue().type(), place++, byColumn.get(column.getKey()), column.getKey());
            }
            insert.addBatch();
        }

        private <T> void bind(SqlType<T> type, int place, @Nullable Object value, String column) throws SQLException {
            if (value != null && !type.javaType().isInstance(value)) {
                throw new ContractException(
                        ContractError.ATTRIBUTE_UNSUPPORTED,
                        "the column \"" + column + "\" of \"" + table.name() + "\" is a " + type
                                + " to one attribute, and a " + value.getClass().getSimpleName() + " to another");
            }
            type.bind(insert, place, type.javaType().cast(value));
        }

        void close() throws SQLException {
            try (insert) {
                insert.executeBatch();
            }
        }
    }
}
