// SPDX-License-Identifier: Apache-2.0
package dev.athanor.seed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** What is in the tables of some schemas. */
final class Contents {
    /** Tables, quoted, with those of the toolkit that tell of them. */
    private static final String TABLES = "select format('%I.%I', n.nspname, c.relname) from pg_class c"
            + " join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and (n.nspname = any (?)"
            + " or c.oid in (to_regclass('athanor_history'), to_regclass('athanor_outbox'))) order by 1";

    /** Who tried to log in once has no data that anybody would miss. */
    private static final String ATTEMPTS = "identity.login_limits";

    private final DataSource database;
    private final List<String> schemas;

    Contents(DataSource database, List<String> schemas) {
        this.database = database;
        this.schemas = schemas;
    }

    /** A table that has rows of somebody's, if there is one. */
    Optional<String> filled() {
        return with(connection -> {
            for (String table : tables(connection)) {
                if (!table.equals(ATTEMPTS) && hasRows(connection, table)) {
                    return Optional.of(table);
                }
            }
            return Optional.empty();
        });
    }

    /** Deletes all of it, and lets keys begin anew. */
    void delete() {
        with(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(
                        "truncate " + String.join(", ", tables(connection)) + " restart identity");
            }
        });
    }

    private List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TABLES)) {
            statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    tables.add(result.getString(1));
                }
            }
        }
        return tables;
    }

    private static boolean hasRows(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select exists (select from " + table + ")")) {
            result.next();
            return result.getBoolean(1);
        }
    }

    private <T> T with(Query<T> query) {
        try (Connection connection = database.getConnection()) {
            return query.of(connection);
        } catch (SQLException e) {
            throw new SeedFailure("The database does not let its tables be looked at or emptied: " + e.getMessage(), e);
        }
    }

    private interface Query<T> {
        T of(Connection connection) throws SQLException;
    }
}
