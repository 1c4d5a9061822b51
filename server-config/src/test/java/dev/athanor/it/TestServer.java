// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it;

import dev.athanor.server.EmbeddedDatabase;
import dev.athanor.server.Ports;
import dev.athanor.server.Secrets;
import dev.athanor.testing.Standby;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The server that all tests in the container share, and its database: on ports that are free, under a name no other
 * server of the machine has. Arquillian starts it, unless it is {@link KeptServer kept} and runs already.
 */
public final class TestServer implements AutoCloseable {
    private static final String DATABASE = "athanor";
    private static final String PRESS = "press";

    /** Small numbers, so that the tests can reach the limits. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("ATHANOR_SCHEMA", "upgrade"),
            Map.entry("ATHANOR_ADMINISTRATOR", "first-administrator"),
            Map.entry("ATHANOR_IMPORT_LIMIT", "3000000"),
            Map.entry("ATHANOR_LOGIN_ACCOUNT_ATTEMPTS", "5"),
            Map.entry("ATHANOR_LOGIN_ADDRESS_ATTEMPTS", "500"),
            Map.entry("ATHANOR_TRUSTED_PROXIES", "127.0.0.1,::1"),
            Map.entry("ATHANOR_OUTBOX_POLL", "PT1H"), // tests of the pool have all of it; events are heard of
            Map.entry("ATHANOR_PASSWORD_ITERATIONS", "2048"),
            Map.entry("ATHANOR_DB_POOL_SIZE", "3"),
            Map.entry("ATHANOR_DB_POOL_OVERFLOW", "2"),
            Map.entry("ATHANOR_DB_POOL_MIN", "1"),
            Map.entry("ATHANOR_DB_POOL_TIMEOUT", "1s"),
            Map.entry("ATHANOR_DB_POOL_RECYCLE", "3s"),
            Map.entry("ATHANOR_DB_POOL_PING", "1s"),
            Map.entry("ATHANOR_DB_ISOLATION", "TRANSACTION_REPEATABLE_READ"));

    private final Path folder;
    private final int httpPort;
    private final int databasePort;
    private Optional<EmbeddedDatabase> database = Optional.empty();
    private Optional<Standby> standby = Optional.empty();

    private TestServer(Path folder, int httpPort, int databasePort) {
        this.folder = folder;
        this.httpPort = httpPort;
        this.databasePort = databasePort;
    }

    /** One with an empty database, made ready to be started. */
    static TestServer make(Path folder) {
        TestServer server = new TestServer(folder, Ports.free(), Ports.free());
        server.startDatabase();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-test-database"));
        server.configure();
        return server;
    }

    /** One that somebody else has started. */
    static TestServer running(Path folder, int httpPort, int databasePort) {
        return new TestServer(folder, httpPort, databasePort);
    }

    /** Tells Arquillian, by the properties in arquillian.xml. */
    TestServer announced() {
        System.setProperty("athanor.it.user", user().toString());
        System.setProperty("athanor.it.name", name());
        System.setProperty("athanor.it.http.port", String.valueOf(httpPort));
        return this;
    }

    /** A setting that the build passes to the tests. */
    public static String property(String name) {
        return Objects.requireNonNull(
                System.getProperty("athanor.it." + name),
                () -> "athanor.it." + name + " is not set; run the tests by Maven");
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://localhost:" + httpPort);
    }

    String name() {
        return "athanor-it-" + httpPort;
    }

    /** Liberty's user directory. */
    Path user() {
        return folder.resolve("usr");
    }

    int httpPort() {
        return httpPort;
    }

    int databasePort() {
        return databasePort;
    }

    /** What the server has logged, by lines. */
    public List<String> log() throws IOException {
        return Files.readAllLines(user().resolve("servers").resolve(name()).resolve("logs/messages.log"));
    }

    /** Its database, which is there unless the server is kept by another process. */
    public EmbeddedDatabase database() {
        return database.orElseThrow(
                () -> new IllegalStateException("not with a kept server: its database is out of reach"));
    }

    /** Runs a statement in the application's database. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = connectToData();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A connection to the application's data, beside the server's own. */
    public Connection connectToData() throws SQLException {
        return connection(DATABASE, "db.password");
    }

    /** The number that a query about the application's data gives. */
    public long count(String query) throws SQLException {
        try (Connection connection = connection(DATABASE, "db.password");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** The number that a query about the whole of the database gives. */
    public long number(String query) throws SQLException {
        try (Connection connection = connection("postgres", "db.superuser.password");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Waits until what only reads sees all that is written now. */
    public void awaitStandby() throws SQLException {
        PGSimpleDataSource primary = new PGSimpleDataSource();
        primary.setUrl(database().url("postgres"));
        primary.setUser("postgres");
        primary.setPassword(Secrets.in(secretsFile()).get("db.superuser.password"));
        standby.orElseThrow().await(primary);
    }

    /** The same of the standby. */
    public long numberOfStandby(String query) throws SQLException {
        try (Connection connection =
                        standby.orElseThrow().dataSource("postgres").getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }

    private Connection connection(String user, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + databasePort + "/" + user,
                user,
                Secrets.in(secretsFile()).get(password));
    }

    /** What follows its database: all that is in that now is in it, too. */
    private Standby startStandby() {
        String password = Secrets.in(secretsFile()).get("db.superuser.password");
        stopDatabase();
        try {
            Path data = Standby.copy(
                    folder.resolve("postgresql/data"),
                    folder.resolve("standby"),
                    "host=127.0.0.1 port=" + databasePort + " user=postgres password=" + password);
            startDatabase();
            return Standby.of(data, Ports.free(), "postgres", password).start();
        } catch (IOException e) {
            throw new UncheckedIOException("the standby of the database for the tests did not start", e);
        }
    }

    /** Lets the tests of sessions decide how far the standby follows. */
    private void letDecideOfReplay(String user) {
        String functions = "pg_wal_replay_pause(), pg_wal_replay_resume()";
        try (Connection connection = DriverManager.getConnection(
                        database().url(user),
                        "postgres",
                        Secrets.in(secretsFile()).get("db.superuser.password"));
                Statement statement = connection.createStatement()) {
            statement.execute("grant execute on function " + functions + " to " + user);
        } catch (SQLException e) {
            throw new IllegalStateException("no right to decide of the standby", e);
        }
    }

    /** A connection to the database of the application that tries out sessions. */
    Connection connectToPress() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + databasePort + "/" + PRESS,
                PRESS,
                Secrets.in(secretsFile()).get("db.password"));
    }

    private Path secretsFile() {
        return folder.resolve("secrets.properties");
    }

    /** Stops PostgreSQL, under the server. */
    public void stopDatabase() {
        database().close();
    }

    /** Starts it, with the data it had and on the same port. */
    public void startDatabase() {
        database = Optional.of(EmbeddedDatabase.start(
                folder.resolve("postgresql"),
                databasePort,
                Secrets.in(secretsFile()).get("db.superuser.password")));
    }

    @Override
    public void close() {
        try {
            if (standby.isPresent()) {
                standby.get().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the standby did not stop", e);
        } finally {
            database.ifPresent(EmbeddedDatabase::close);
        }
    }

    /** From the server that goes into the package: the same configuration but for server.xml, and no application. */
    private void configure() {
        Secrets secrets = Secrets.in(secretsFile());
        String password = secrets.get("db.password");
        database().provideEmpty(DATABASE, password);
        database().provideEmpty(PRESS, password);
        letDecideOfReplay(PRESS);
        Standby follower = startStandby();
        standby = Optional.of(follower);
        Map<String, String> environment = new TreeMap<>(SETTINGS);
        environment.put("ATHANOR_HTTP_PORT", String.valueOf(httpPort));
        environment.put("ATHANOR_DB_URL", database().url(DATABASE));
        environment.put("ATHANOR_DB_USER", DATABASE);
        environment.put("ATHANOR_DB_PASSWORD", password);
        environment.put("PRESS_DB_URL", database().url(PRESS));
        environment.put("PRESS_DB_USER", PRESS);
        environment.put("PRESS_DB_PASSWORD", password);
        environment.put("PRESS_REPLICA_DB_URL", follower.url(PRESS));
        environment.put("ATHANOR_REPLICA_DB_URL", follower.url(DATABASE));
        environment.put("ATHANOR_JWT_KEY", secrets.get("jwt.key"));

        Path packaged = Path.of(property("server"));
        Path sources = Path.of(property("sources"));
        Path server = user().resolve("servers").resolve(name());
        try {
            deleteServersOfEarlierRuns(user().resolve("servers"));
            copy(packaged.resolve("jdbc"), server.resolve("jdbc"));
            copy(packaged.resolve("common.xml"), server.resolve("common.xml"));
            copy(sources.resolve("test/liberty/server.xml"), server.resolve("server.xml"));
            copy(sources.resolve("main/liberty/development/jvm.options"), server.resolve("jvm.options"));
            // A test counts what is held; what is held softly goes when memory is short.
            Files.writeString(
                    server.resolve("jvm.options"), "\n-XX:SoftRefLRUPolicyMSPerMB=0\n", StandardOpenOption.APPEND);
            Files.writeString(
                    server.resolve("server.env"),
                    environment.entrySet().stream()
                            .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException("the server for the tests cannot be made in " + server, e);
        }
    }

    /** Puts the application where its server looks for it; for the tests in the container Arquillian does so. */
    void deployApplication() throws IOException {
        Path server = user().resolve("servers").resolve(name());
        copy(
                Path.of(property("sources")).resolve("main/liberty/config/application.xml"),
                Files.createDirectories(server.resolve("configDropins/overrides"))
                        .resolve("application.xml"));
        copy(
                Path.of(property("server")).resolve("apps/athanor.ear"),
                Files.createDirectories(server.resolve("apps")).resolve("athanor.ear"));
    }

    private static void deleteServersOfEarlierRuns(Path servers) throws IOException {
        if (Files.exists(servers)) {
            try (Stream<Path> files = Files.walk(servers)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
