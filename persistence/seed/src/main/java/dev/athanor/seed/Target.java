// SPDX-License-Identifier: Apache-2.0
package dev.athanor.seed;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Where the data is written to.
 *
 * @param url as JDBC has it
 * @param user who writes
 * @param password the password
 */
record Target(String url, String user, String password) {
    private static final int PORT_LINE = 3;

    /** The one that the environment names, as it names it to the server. */
    static Target of(Map<String, String> environment, String url) {
        String user = environment.get("ATHANOR_DB_USER");
        String password = environment.get("ATHANOR_DB_PASSWORD");
        if (user == null || password == null) {
            throw new SeedFailure("ATHANOR_DB_USER and ATHANOR_DB_PASSWORD must be set, too.");
        }
        return new Target(url, user, password);
    }

    /** That of {@code mvn -Prun}, while it runs. */
    static Target ofDevelopment(Optional<Path> local) {
        Path folder = local.orElseThrow(
                () -> new SeedFailure("Which database? Set ATHANOR_DB_URL, ATHANOR_DB_USER and ATHANOR_DB_PASSWORD."));
        Path process = folder.resolve("postgresql/data/postmaster.pid");
        Path secrets = folder.resolve("secrets.properties");
        if (!Files.exists(process) || !Files.exists(secrets)) {
            throw new SeedFailure(
                    "The development database does not run. Start it by mvn -Prun in another terminal, or set"
                            + " ATHANOR_DB_URL, ATHANOR_DB_USER and ATHANOR_DB_PASSWORD.");
        }
        try (Reader reader = Files.newBufferedReader(secrets)) {
            Properties kept = new Properties();
            kept.load(reader);
            List<String> lines = Files.readAllLines(process);
            return new Target(
                    "jdbc:postgresql://localhost:" + lines.get(PORT_LINE).strip() + "/athanor",
                    "athanor",
                    kept.getProperty("db.password", ""));
        } catch (IOException e) {
            throw new SeedFailure("The development database cannot be found: " + e.getMessage(), e);
        }
    }

    DataSource dataSource() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        try {
            database.setUrl(url);
        } catch (IllegalArgumentException e) {
            throw new SeedFailure(shown() + " is no address of a PostgreSQL.", e);
        }
        database.setUser(user);
        database.setPassword(password);
        database.setApplicationName("athanor-seed");
        return database;
    }

    /** Without parameters, of which one may be a password. */
    String shown() {
        return url.replaceFirst("\\?.*", "");
    }

    /** Without the password. */
    @Override
    public String toString() {
        return shown() + " as " + user;
    }
}
