// SPDX-License-Identifier: Apache-2.0
package dev.athanor.cli;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** How databases are reached. Passwords, and addresses that may have some, are in no message. For one thread. */
final class Databases {
    /** The server wants a password, and got none, or a wrong one. */
    private static final Set<String> PASSWORD_WANTED = Set.of("28P01", "08004");

    private static final int SECONDS_TO_CONNECT = 10;

    private final Settings settings;
    private final Surroundings surroundings;

    /** What was typed, by the question. */
    private final Map<String, Optional<String>> typed = new HashMap<>();

    Databases(Settings settings, Surroundings surroundings) {
        this.settings = settings;
        this.surroundings = surroundings;
    }

    /** The one that the settings name. */
    DataSource configured() {
        return at(settings.url()
                .orElseThrow(() -> new UsageException("nothing says which database: give --url, ATHANOR_DB_URL, or"
                        + " \"url\" in " + Settings.FILE)));
    }

    /** The one at an address, as the user that the settings name unless the address names one. */
    DataSource at(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setUrl(url);
        } catch (IllegalArgumentException e) {
            throw new UsageException("the address of the database is none that PostgreSQL's driver knows; it should be"
                    + " like jdbc:postgresql://host:5432/name");
        }
        source.setApplicationName("athanor");
        source.setConnectTimeout(SECONDS_TO_CONNECT);
        if (!url.contains("user=")) {
            settings.user().ifPresent(source::setUser);
        }
        if (!url.contains("password=")) {
            Optional<String> password = settings.password();
            password.ifPresent(source::setPassword);
            if (password.isEmpty() && surroundings.terminal()) {
                askIfWanted(source);
            }
        }
        return source;
    }

    private void askIfWanted(PGSimpleDataSource source) {
        try (Connection connection = source.getConnection()) {
            connection.isValid(SECONDS_TO_CONNECT);
        } catch (SQLException e) {
            if (PASSWORD_WANTED.contains(String.valueOf(e.getSQLState()))) {
                String question = "Password of " + source.getUser() + " for " + source.getDatabaseName() + ": ";
                typed.computeIfAbsent(question, surroundings.answers()::secret).ifPresent(source::setPassword);
            }
        }
    }

    static Connection connect(DataSource source) {
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw new MigrationException(
                    MigrationError.DATABASE_UNREACHABLE, "no connection to the database: " + e.getMessage(), e);
        }
    }

    /** The schema of names that say none. */
    static String mainSchema(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_schema()")) {
            String schema = row.next() ? row.getString(1) : null;
            if (schema == null) {
                throw new UsageException("the connection has no schema: what its search_path names is not there");
            }
            return schema;
        }
    }

    /** Schemas that have tables, and are not among those that are looked at. */
    static Set<String> others(Connection connection, Set<String> looked) throws SQLException {
        Set<String> others = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select distinct schemaname from pg_tables"
                        + " where schemaname <> 'information_schema' and schemaname !~ '^pg_'")) {
            while (row.next()) {
                others.add(row.getString(1));
            }
        }
        others.removeAll(looked);
        return others;
    }
}
