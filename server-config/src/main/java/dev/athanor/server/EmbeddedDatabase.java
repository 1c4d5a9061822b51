// SPDX-License-Identifier: Apache-2.0
package dev.athanor.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL that comes with the build. It listens on the loopback interface only, its data lives in a folder that
 * survives it, and what it has committed is on the disk.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final String RULES =
            "host all all 127.0.0.1/32 scram-sha-256\nhost replication postgres 127.0.0.1/32 scram-sha-256\n";

    /** How much two clocks of one machine may differ about the start of a process. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Starts it with the data in a folder, which is made if it is not there.
     *
     * @param password the superuser's
     */
    public static EmbeddedDatabase start(Path folder, int port, String password) {
        Path data = folder.resolve("data");
        Path log = folder.resolve("postgresql.log");
        Path unfinished = folder.resolve("initializing");
        try {
            Files.createDirectories(folder);
            stopOrphan(data);
            if (Files.exists(unfinished)) {
                // Killed while it was being made: there is nothing in it yet.
                delete(data);
                Files.delete(unfinished);
            }
            if (!Files.exists(data)) {
                Files.createFile(unfinished);
            }
            EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                    .setRegisterShutdownHook(false)
                    .setPort(port)
                    .setPGStartupWait(START)
                    .setConnectConfig("password", password)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setOutputRedirector(Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(Redirect.appendTo(log.toFile()))
                    .start();
            EmbeddedDatabase database = new EmbeddedDatabase(postgres);
            database.askForPasswords(data.resolve("pg_hba.conf"), password);
            Files.deleteIfExists(unfinished);
            return database;
        } catch (IOException | IllegalStateException e) {
            throw new StartFailure(
                    "PostgreSQL did not start with the data in " + data + ": " + e.getMessage() + "\n" + end(log), e);
        }
    }

    /** New data trusts whoever connects from this machine; from the first start on it does no more. */
    private void askForPasswords(Path rules, String password) throws IOException {
        if (Files.readString(rules).equals(RULES)) {
            return;
        }
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password " + statement.enquoteLiteral(password));
            Files.writeString(rules, RULES);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            close();
            throw new StartFailure("PostgreSQL could not be given a password: " + e.getMessage(), e);
        }
    }

    /** Makes sure of a user and a database of the same name that belongs to it. */
    public void provide(String name, String password) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            String role = statement.enquoteIdentifier(name, true);
            String secret = statement.enquoteLiteral(password);
            boolean known = exists(connection, "select 1 from pg_roles where rolname = ?", name);
            statement.execute((known ? "alter" : "create") + " role " + role + " login password " + secret);
            if (!exists(connection, "select 1 from pg_database where datname = ?", name)) {
                statement.execute("create database " + role + " owner " + role);
            }
        } catch (SQLException e) {
            throw new StartFailure("The database \"" + name + "\" could not be made: " + e.getMessage(), e);
        }
    }

    /** Makes a user and a database of the same name, in place of the one there was. */
    public void provideEmpty(String name, String password) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop database if exists " + statement.enquoteIdentifier(name, true) + " with (force)");
        } catch (SQLException e) {
            throw new StartFailure("The database \"" + name + "\" could not be dropped: " + e.getMessage(), e);
        }
        provide(name, password);
    }

    /** The address of one of its databases. */
    public String url(String name) {
        return "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name;
    }

    /** Stops it, ending its sessions. */
    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    /** Stops the one that a launcher left behind which was killed. Nobody else uses this folder. */
    public static void stopLeftover(Path folder) {
        try {
            stopOrphan(folder.resolve("data"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read what runs in " + folder, e);
        }
    }

    private static void stopOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
        if (lines.size() < 3
                || !lines.get(0).strip().matches("\\d+")
                || !lines.get(2).strip().matches("\\d+")) {
            return;
        }
        Instant started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
        ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(process -> isPostgresOf(process, started))
                .ifPresent(orphan -> Processes.stop(orphan, STOP));
    }

    /** The number may have become another process's since. */
    private static boolean isPostgresOf(ProcessHandle process, Instant started) {
        ProcessHandle.Info info = process.info();
        return info.command().orElse("").contains("postgres")
                && info.startInstant()
                        .map(start -> Duration.between(start, started).abs())
                        .filter(difference -> difference.compareTo(TOLERANCE) <= 0)
                        .isPresent();
    }

    /** What PostgreSQL said last. */
    private static String end(Path log) {
        try {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            return "(" + log + " cannot be read: " + e.getMessage() + ")";
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
