// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it;

import dev.athanor.server.EmbeddedDatabase;
import dev.athanor.server.Ports;
import dev.athanor.server.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The server that all tests in the container share, and its database: made for one run of the tests, on ports that are
 * free, under a name no other server of the machine has.
 */
public final class TestServer implements AutoCloseable {
    /** Small numbers, so that the tests can reach the limits. */
    public static final Map<String, String> POOL = Map.of(
            "ATHANOR_DB_POOL_SIZE", "3",
            "ATHANOR_DB_POOL_OVERFLOW", "2",
            "ATHANOR_DB_POOL_MIN", "1",
            "ATHANOR_DB_POOL_TIMEOUT", "1s",
            "ATHANOR_DB_POOL_RECYCLE", "3s",
            "ATHANOR_DB_POOL_IDLE", "5m",
            "ATHANOR_DB_POOL_PING", "1s",
            "ATHANOR_DB_ISOLATION", "TRANSACTION_REPEATABLE_READ");

    private static final String DATABASE = "athanor";

    private final Path folder = Path.of(property("folder"));
    private final int databasePort = Ports.free();
    private final int httpPort = Ports.free();
    private EmbeddedDatabase database;

    TestServer() {
        database = EmbeddedDatabase.start(databaseFolder(), databasePort);
        Secrets secrets = Secrets.in(folder.resolve("secrets.properties"));
        String password = secrets.get("db.password");
        database.provideEmpty(DATABASE, password);

        Map<String, String> environment = new TreeMap<>(POOL);
        environment.put("ATHANOR_HTTP_PORT", String.valueOf(httpPort));
        environment.put("ATHANOR_HTTPS_PORT", String.valueOf(Ports.free()));
        environment.put("ATHANOR_DB_URL", database.url(DATABASE));
        environment.put("ATHANOR_DB_USER", DATABASE);
        environment.put("ATHANOR_DB_PASSWORD", password);
        environment.put("ATHANOR_JWT_KEY", secrets.get("jwt.key"));
        environment.put("ATHANOR_TLS_KEYSTORE_PASSWORD", secrets.get("keystore.password"));
        environment.put("ATHANOR_PASSWORD_ITERATIONS", "2048");
        environment.put("ATHANOR_SCHEMA", "upgrade");

        Path user = folder.resolve("usr");
        String name = "athanor-it-" + httpPort;
        makeServer(user.resolve("servers").resolve(name), environment);
        System.setProperty("athanor.it.user", user.toString());
        System.setProperty("athanor.it.name", name);
        System.setProperty("athanor.it.http.port", String.valueOf(httpPort));
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

    public EmbeddedDatabase database() {
        return database;
    }

    /** Stops PostgreSQL, under the server. */
    public void stopDatabase() {
        database.close();
    }

    /** Starts it again, with the same data on the same port. */
    public void startDatabase() {
        database = EmbeddedDatabase.start(databaseFolder(), databasePort);
    }

    @Override
    public void close() {
        database.close();
    }

    private Path databaseFolder() {
        return folder.resolve("postgresql");
    }

    /** From the server that goes into the package: the same configuration but for server.xml, and no application. */
    private static void makeServer(Path server, Map<String, String> environment) {
        Path packaged = Path.of(property("server"));
        try {
            copy(packaged.resolve("jdbc"), server.resolve("jdbc"));
            Files.copy(
                    packaged.resolve("common.xml"), server.resolve("common.xml"), StandardCopyOption.REPLACE_EXISTING);
            Path project = Path.of("").toAbsolutePath();
            copy(project.resolve("src/test/liberty"), server);
            Files.copy(
                    project.resolve("src/main/liberty/development/jvm.options"),
                    server.resolve("jvm.options"),
                    StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(
                    server.resolve("server.env"),
                    environment.entrySet().stream()
                            .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                            .collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException("the server for the tests cannot be made in " + server, e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
