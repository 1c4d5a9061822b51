// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An embedded PostgreSQL that follows another by streaming replication, and whose lag tests decide. Thread-safe.
 *
 * <pre>{@code
 * Path data = Standby.copy(stoppedPrimary, folder, "host=127.0.0.1 port=5432 user=postgres");
 * Standby standby = Standby.of(data, port, "postgres", "secret").start();
 * }</pre>
 */
public final class Standby implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Of the process that has used the data. */
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "epg-lock");

    private final Path data;
    private final int port;
    private final String user;
    private final String password;
    private @Nullable EmbeddedPostgres postgres;

    private Standby(Path data, int port, String user, String password) {
        this.data = data;
        this.port = port;
        this.user = user;
        this.password = password;
    }

    /**
     * Copies the data of a primary that does not run.
     *
     * @param connection how the standby reaches the primary, as {@code primary_conninfo} wants it
     */
    public static Path copy(Path stopped, Path folder, String connection) throws IOException {
        delete(folder);
        Files.walkFileTree(stopped, new Copy(stopped, folder));
        Files.setPosixFilePermissions(folder, Files.getPosixFilePermissions(stopped));
        Files.createFile(folder.resolve("standby.signal"));
        Files.writeString(
                folder.resolve("postgresql.auto.conf"),
                "\nprimary_conninfo = '" + connection + "'\nwal_retrieve_retry_interval = '200ms'\n",
                StandardOpenOption.APPEND);
        return folder;
    }

    /** That of a copied folder; its superuser, databases and passwords are those of the primary. */
    public static Standby of(Path data, int port, String user, String password) {
        return new Standby(data, port, user, password);
    }

    /** Lets it follow, from where it was. */
    public synchronized Standby start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(START)
                .setConnectConfig("password", password)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("hot_standby", "on")
                .start();
        return this;
    }

    /** Its address for JDBC. */
    public String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /** Connections of its superuser. */
    public DataSource dataSource(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** From now on nothing new is seen in it. */
    public void pause() throws SQLException {
        ask("select pg_wal_replay_pause()::text");
        await("select pg_get_wal_replay_pause_state() = 'paused'");
    }

    /** It goes on to follow. */
    public void resume() throws SQLException {
        ask("select pg_wal_replay_resume()::text");
    }

    /** Waits until all is seen in it that was written until now by the primary. */
    public void await(DataSource primary) throws SQLException {
        await("select pg_last_wal_replay_lsn() >= '" + ask(primary, "select pg_current_wal_insert_lsn()::text")
                + "'::pg_lsn");
    }

    private void await(String condition) throws SQLException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!ask("select (" + condition + ")::text").equals("true")) {
            if (Instant.now().isAfter(deadline)) {
                throw new TestDatabaseException("the standby did not come that far within " + PATIENCE);
            }
        }
    }

    private String ask(String query) throws SQLException {
        return ask(dataSource("postgres"), query);
    }

    private static String ask(DataSource source, String query) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return String.valueOf(result.getString(1));
        }
    }

    /** Stops it; it can be started again. */
    public synchronized void stop() throws IOException {
        if (postgres != null) {
            postgres.close();
            postgres = null;
        }
    }

    /** Stops it, and deletes its data. */
    @Override
    public void close() throws IOException {
        stop();
        delete(data);
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : all) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Copies a folder with its rights. */
    private static final class Copy extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;

        Copy(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!LEFT_OUT.contains(file.getFileName().toString())) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
