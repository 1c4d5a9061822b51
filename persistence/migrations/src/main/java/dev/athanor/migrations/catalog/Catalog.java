// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.catalog;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import dev.athanor.migrations.compare.Comparison;
import dev.athanor.migrations.compare.Renames;
import dev.athanor.migrations.schema.SchemaModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The catalogs of a PostgreSQL database.
 *
 * <pre>{@code
 * Catalog catalog = Catalog.of(connection);
 * SchemaModel there = catalog.read("public", Set.of("public", "film"));
 * Comparison missing = catalog.comparison(wanted);
 * }</pre>
 *
 * <p>Reading needs no more rights than to connect. Trying out what is wanted needs {@code create} on the database; it
 * happens in a transaction that is rolled back, or after a savepoint if the connection is within one. For one thread at
 * a time.
 */
public final class Catalog {
    private final Connection connection;

    private Catalog(Connection connection) {
        this.connection = connection;
    }

    /** Of the database that a connection leads to. */
    public static Catalog of(Connection connection) {
        return new Catalog(connection);
    }

    /**
     * What schemas have.
     *
     * @param mainSchema the schema whose objects are called by their names only
     * @param schemas the schemas to read; those that are not there are left out
     */
    public SchemaModel read(String mainSchema, Set<String> schemas) {
        return within(undone -> reading(mainSchema, schemas));
    }

    /** What the database makes of a schema that is wanted: the same, in its own words. */
    public SchemaModel normalized(SchemaModel wanted) {
        return within(undone -> new Scratch(connection, wanted).normalized());
    }

    /**
     * Puts what is wanted in the place of what is there, by its own names, for the rest of the transaction, which can
     * only be rolled back. Others see nothing of it. Needs the schemas that are there to be the user's own.
     */
    public void stage(SchemaModel wanted) {
        SchemaModel complete = NamedEnums.added(wanted, there(wanted));
        try {
            new Stage(connection, complete).make();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** What leads from what is there, in the schemas of what is wanted, to that, if nothing looks renamed. */
    public Comparison comparison(SchemaModel wanted) {
        return comparison(wanted, Renames.none());
    }

    /** What leads from what is there, in the schemas of what is wanted, to that. */
    public Comparison comparison(SchemaModel wanted, Renames answers) {
        SchemaModel there = there(wanted);
        return Comparison.between(there, normalized(NamedEnums.added(wanted, there)), answers);
    }

    /**
     * The same, as if statements that are still to come had been run. They are tried on a copy without rows, and those
     * that fail there change nothing.
     */
    public Comparison comparison(SchemaModel wanted, Renames answers, List<String> toCome) {
        if (toCome.isEmpty()) {
            return comparison(wanted, answers);
        }
        SchemaModel there = there(wanted);
        SchemaModel then = within(undone -> new Scratch(connection, there).after(toCome));
        return Comparison.between(then, normalized(NamedEnums.added(wanted, there)), answers);
    }

    private SchemaModel there(SchemaModel wanted) {
        Set<String> schemas = new TreeSet<>(wanted.schemas());
        schemas.add(wanted.mainSchema());
        return read(wanted.mainSchema(), schemas);
    }

    private SchemaModel reading(String mainSchema, Set<String> schemas) throws SQLException {
        SearchPath.around(connection, mainSchema, mainSchema, schemas);
        return new Reader(connection, SchemaNames.same(mainSchema, schemas)).read();
    }

    private <T> T within(Work<T> work) {
        try (Undone undone = Undone.begin(connection)) {
            return work.in(undone);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static MigrationException unreadable(SQLException error) {
        return new MigrationException(
                MigrationError.SCHEMA_UNREADABLE, "the schema cannot be read: " + error.getMessage(), error);
    }

    /** What is undone afterwards. */
    private interface Work<T> {
        T in(Undone undone) throws SQLException;
    }
}
