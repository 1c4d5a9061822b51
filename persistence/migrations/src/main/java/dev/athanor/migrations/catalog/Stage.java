// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.catalog;

import dev.athanor.migrations.compare.Change;
import dev.athanor.migrations.compare.ChangeSql;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.compare.ObjectNames;
import dev.athanor.migrations.compare.Step;
import dev.athanor.migrations.schema.Identifiers;
import dev.athanor.migrations.schema.SchemaModel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Puts what is wanted in the place of what is there, by its own names, within a transaction that cannot be committed:
 * what is there is moved aside meanwhile, which others do not see. For one use by one thread.
 */
final class Stage {
    private final Connection connection;
    private final SchemaModel wanted;
    private final String aside = "athanor_aside_" + UUID.randomUUID().toString().substring(0, 8);

    private int moved;

    Stage(Connection connection, SchemaModel wanted) {
        this.connection = connection;
        this.wanted = wanted;
    }

    void make() throws SQLException {
        seal();
        Set<String> schemas = new TreeSet<>(wanted.schemas());
        schemas.add(wanted.mainSchema());
        for (String schema : schemas) {
            moveAside(schema);
        }
        SearchPath.around(connection, wanted.mainSchema(), wanted.mainSchema(), schemas);
        SchemaModel complete = new SchemaModel(
                wanted.mainSchema(),
                schemas,
                wanted.extensions(),
                wanted.enums(),
                wanted.sequences(),
                wanted.tables(),
                wanted.notCompared());
        ChangeSql sql = ChangeSql.of(ObjectNames.within(wanted.mainSchema()));
        for (Change change : Comparison.between(SchemaModel.empty(wanted.mainSchema()), complete)
                .changes()) {
            for (Step step : sql.steps(change)) {
                Scratch.run(connection, change.description(), step.sql());
            }
        }
    }

    /** Two rows with one key, which PostgreSQL looks at when the transaction is to be committed, and refuses to. */
    private void seal() throws SQLException {
        run("make a schema", "create schema " + aside);
        run("make a table", "create table " + aside + ".seal (broken int primary key deferrable initially deferred)");
        run("fill a table", "insert into " + aside + ".seal values (1), (1)");
    }

    private void moveAside(String schema) throws SQLException {
        if (isThere(schema)) {
            run(
                    "move the schema " + schema + " aside",
                    "alter schema " + Identifiers.quoted(schema) + " rename to "
                            + Identifiers.quoted(aside + "_" + ++moved));
        }
    }

    private boolean isThere(String schema) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select exists (select from pg_namespace where nspname = ?)")) {
            select.setString(1, schema);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private void run(String what, String sql) throws SQLException {
        Scratch.run(connection, what, sql);
    }
}
