// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.Condition;
import dev.athanor.sql.Expr;
import dev.athanor.sql.NumberExpr;
import dev.athanor.sql.Select;
import dev.athanor.sql.Sql;
import dev.athanor.sql.SqlTypes;
import dev.athanor.sql.Table;
import dev.athanor.sql.render.PostgreSqlRenderer;
import dev.athanor.sql.render.Rendered;
import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Command;
import dev.athanor.sql.type.SqlType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads expressions from the temporary tables, by the numbers of rows. As thread-safe as its connection is. */
final class Reading {
    private final Connection connection;
    private final TemporaryTables tables;

    Reading(Connection connection, TemporaryTables tables) {
        this.connection = connection;
        this.tables = tables;
    }

    /** The values of attributes in some rows of a table. */
    Map<Integer, Map<Attribute.Basic, @Nullable Object>> attributes(
            Table table, List<Attribute.Basic> attributes, List<GeneratedRow> rows) {
        int first = rows.get(0).number();
        int last = rows.get(rows.size() - 1).number();
        return attributes(
                table, attributes, number(table).ge(first), number(table).le(last));
    }

    /** The values of attributes in all rows of a table. */
    Map<Integer, Map<Attribute.Basic, @Nullable Object>> attributes(Table table, List<Attribute.Basic> attributes) {
        return attributes(table, attributes, new Condition[0]);
    }

    private Map<Integer, Map<Attribute.Basic, @Nullable Object>> attributes(
            Table table, List<Attribute.Basic> attributes, Condition... conditions) {
        List<Expr<?>> columns = new ArrayList<>();
        attributes.forEach(attribute -> columns.add(attribute.column().expression()));
        Map<Integer, Map<Attribute.Basic, @Nullable Object>> rows = new LinkedHashMap<>();
        try {
            read(table, columns, conditions).forEach((number, values) -> {
                Map<Attribute.Basic, @Nullable Object> byAttribute = new HashMap<>();
                for (int i = 0; i < values.size(); i++) {
                    byAttribute.put(attributes.get(i), values.get(i));
                }
                rows.put(number, byAttribute);
            });
        } catch (SQLException e) {
            throw refused(table, e);
        }
        return rows;
    }

    private static ContractException refused(Table table, SQLException cause) {
        return new ContractException(
                ContractError.DATABASE_REFUSED,
                "the rows of \"" + table.source().alias() + "\" could not be read again: " + cause.getMessage(),
                cause);
    }

    /** The values of an expression in the rows between two numbers. */
    Map<Integer, List<@Nullable Object>> between(Table table, Expr<?> expression, int first, int last)
            throws SQLException {
        return read(
                table,
                List.of(expression),
                number(table).ge(first),
                number(table).le(last));
    }

    /** The column of the rows' numbers. */
    private static NumberExpr<Integer> number(Table table) {
        return SqlTypes.INTEGER.of(new ColumnReference(table.source(), TemporaryTable.NUMBER));
    }

    private Map<Integer, List<@Nullable Object>> read(Table table, List<Expr<?>> expressions, Condition... conditions)
            throws SQLException {
        List<Expr<?>> selected = new ArrayList<>(List.of(number(table)));
        selected.addAll(expressions);
        Select<?> select =
                Sql.select(selected.toArray(Expr<?>[]::new)).from(table).where(conditions);
        Command command = tables.replaced(select.command());
        Rendered rendered = new PostgreSqlRenderer().render(command);
        Map<Integer, List<@Nullable Object>> rows = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(rendered.sql())) {
            bind(statement, rendered.binds(command));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.put(result.getInt(1), values(result, expressions));
                }
            }
        }
        return rows;
    }

    private static void bind(PreparedStatement statement, List<Bind> binds) throws SQLException {
        Clock clock = Clock.fixed(Instant.now(), ZoneId.systemDefault());
        for (int i = 0; i < binds.size(); i++) {
            bind(statement, i + 1, binds.get(i).type(), binds.get(i).valueAt(clock));
        }
    }

    private static <T> void bind(PreparedStatement statement, int place, SqlType<T> type, @Nullable Object value)
            throws SQLException {
        type.bind(statement, place, type.javaType().cast(value));
    }

    private static List<@Nullable Object> values(ResultSet result, List<Expr<?>> expressions) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(expressions.size());
        for (int i = 0; i < expressions.size(); i++) {
            values.add(expressions.get(i).type().read(result, i + 2));
        }
        return values;
    }
}
