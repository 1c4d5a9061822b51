// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.catalog.Catalog;
import dev.athanor.migrations.schema.SchemaModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/** A database in which names change. */
final class Library {
    private static final Set<String> SCHEMAS = Set.of("public", "film");

    private Library() {}

    static SchemaModel read(Connection connection) {
        return Catalog.of(connection).read("public", SCHEMAS);
    }

    /** What there would be after statements. */
    static SchemaModel after(Connection connection, String... statements) throws SQLException {
        connection.setAutoCommit(false);
        try {
            for (String sql : statements) {
                run(connection, sql);
            }
            return read(connection);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\n" + sql, e.getSQLState(), e);
        }
    }

    static void apply(Connection connection, List<Change> changes) throws SQLException {
        ChangeSql sql = ChangeSql.of(ObjectNames.within("public"));
        for (Change change : changes) {
            for (Step step : sql.steps(change)) {
                run(connection, step.sql());
            }
        }
    }

    static List<String> descriptions(Comparison comparison) {
        return comparison.changes().stream().map(Change::description).toList();
    }
}
