// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.catalog;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import dev.athanor.migrations.compare.Change;
import dev.athanor.migrations.compare.ChangeSql;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.compare.ObjectNames;
import dev.athanor.migrations.compare.Step;
import dev.athanor.migrations.schema.QualifiedName;
import dev.athanor.migrations.schema.SchemaModel;
import dev.athanor.migrations.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Makes what is wanted in schemas of other names, to read what PostgreSQL makes of it. Everything is in a transaction
 * that somebody rolls back. For one use by one thread.
 */
final class Scratch {
    private static final String FORBIDDEN = "42501";

    /** Not within a transaction, and no matter where nobody else is. */
    private static final Pattern CONCURRENTLY = Pattern.compile("\\bconcurrently\\b", Pattern.CASE_INSENSITIVE);

    private final Connection connection;
    private final SchemaModel wanted;

    /** By the names that they are known by. */
    private final Map<String, String> schemas = new LinkedHashMap<>();

    private final Map<QualifiedName, Table> tables = new HashMap<>();

    Scratch(Connection connection, SchemaModel wanted) {
        this.connection = connection;
        this.wanted = wanted;
        String unlike = "athanor_scratch_" + UUID.randomUUID().toString().substring(0, 8) + "_";
        Set<String> all = new TreeSet<>(wanted.schemas());
        all.add(wanted.mainSchema());
        for (String schema : all) {
            schemas.put(schema, unlike + schemas.size() + "_");
        }
    }

    /** What PostgreSQL makes of it. */
    SchemaModel normalized() throws SQLException {
        make();
        return read();
    }

    /**
     * The same, after statements: those that fail, as what they change is none of a schema's model, are passed over.
     */
    SchemaModel after(List<String> statements) throws SQLException {
        make();
        String path = String.join(", ", schemas.values());
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute("set local search_path = " + path); // never what is there itself
                Savepoint before = connection.setSavepoint();
                try {
                    statement.execute(CONCURRENTLY
                            .matcher(ScratchText.moved(sql, schemas))
                            .replaceAll(" "));
                } catch (SQLException e) {
                    if (String.valueOf(e.getSQLState()).startsWith("08")) {
                        throw e;
                    }
                    connection.rollback(before);
                }
            }
        }
        searchPath();
        return read();
    }

    private void searchPath() throws SQLException {
        String main = schemas.getOrDefault(wanted.mainSchema(), wanted.mainSchema());
        SearchPath.around(connection, main, wanted.mainSchema(), schemas.keySet());
    }

    private void make() throws SQLException {
        wanted.tables().forEach(table -> tables.put(table.name(), table));
        searchPath();
        SchemaModel complete = withSchemas();
        ChangeSql sql = ChangeSql.of(ObjectNames.replacing(schemas));
        for (Change change : Comparison.between(SchemaModel.empty(wanted.mainSchema()), complete)
                .changes()) {
            for (Step step : sql.steps(change)) {
                run(connection, change.description(), ScratchText.moved(step.sql(), schemas));
            }
        }
    }

    private SchemaModel read() throws SQLException {
        Map<String, String> known = new LinkedHashMap<>();
        schemas.forEach((name, there) -> known.put(there, name));
        SchemaModel read = new Reader(connection, new SchemaNames(wanted.mainSchema(), known)).read();
        return new SchemaModel(
                read.mainSchema(),
                read.schemas(),
                wanted.extensions(),
                read.enums(),
                read.sequences(),
                read.tables().stream().map(this::withRows).toList(),
                wanted.notCompared());
    }

    private Table withRows(Table read) {
        Table table = tables.get(read.name());
        return table == null ? read : read.withRows(table.rows());
    }

    private SchemaModel withSchemas() {
        return new SchemaModel(
                wanted.mainSchema(),
                schemas.keySet(),
                wanted.extensions(),
                wanted.enums(),
                wanted.sequences(),
                wanted.tables(),
                wanted.notCompared());
    }

    static void run(Connection connection, String what, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            if (FORBIDDEN.equals(e.getSQLState())) {
                throw new MigrationException(
                        MigrationError.SCRATCH_FORBIDDEN,
                        "the user may not try out the schema that is wanted (" + what
                                + "): grant it \"create\" on the database: " + e.getMessage(),
                        e);
            }
            if (String.valueOf(e.getSQLState()).startsWith("08")) {
                throw e;
            }
            throw new MigrationException(
                    MigrationError.SCHEMA_REFUSED,
                    "PostgreSQL refuses to " + what + ": " + e.getMessage() + "\n" + sql,
                    e);
        }
    }
}
