// SPDX-License-Identifier: Apache-2.0
package dev.athanor.server;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code mvn -Prun}: starts the database and the server in the foreground, and stops both when it is stopped itself.
 * With {@code ATHANOR_DB_URL}, {@code ATHANOR_DB_USER} and {@code ATHANOR_DB_PASSWORD} set it uses that database.
 */
public final class DevelopmentServer {
    private static final String NAME = "athanor";
    private static final int DATABASE_PORT = 15432;
    private static final Duration READY = Duration.ofSeconds(15);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final int SECONDS_TO_CONNECT = 10;

    private final Path folder;
    private final Path installation;
    private final Environment environment;
    private final Secrets secrets;

    private Optional<EmbeddedDatabase> embedded = Optional.empty();
    private Optional<LibertyServer> liberty = Optional.empty();
    private boolean stopped;

    private DevelopmentServer(Path folder, Path installation, Environment environment) {
        this.folder = folder;
        this.installation = installation;
        this.environment = environment;
        this.secrets = Secrets.in(folder.resolve("secrets.properties"));
    }

    /** Takes the folder of server and data, and that of Liberty's installation. */
    public static void main(String[] arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        DevelopmentServer server =
                new DevelopmentServer(folder, Path.of(arguments[1]), new Environment(System.getenv()));
        try {
            // Held until the JVM ends.
            InstanceLock lock = InstanceLock.take(folder).orElseThrow(() -> new StartFailure(InstanceLock.TAKEN));
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
            server.run();
            lock.release();
        } catch (StartFailure failure) {
            server.stop();
            System.err.println("\n" + failure.getMessage() + "\n");
            System.exit(1);
        }
    }

    private void run() throws InterruptedException {
        stopLeftover();
        int httpPort = freePort("ATHANOR_HTTP_PORT", 9080);
        Map<String, String> settings = new HashMap<>();
        settings.put("ATHANOR_HTTP_PORT", String.valueOf(httpPort));
        settings.put("ATHANOR_HTTPS_PORT", String.valueOf(freePort("ATHANOR_HTTPS_PORT", 9443)));
        settings.put("ATHANOR_SCHEMA", environment.get("ATHANOR_SCHEMA").orElse("upgrade"));
        settings.put("ATHANOR_JWT_KEY", environment.get("ATHANOR_JWT_KEY").orElseGet(() -> secrets.get("jwt.key")));
        settings.put(
                "ATHANOR_TLS_KEYSTORE_PASSWORD",
                environment.get("ATHANOR_TLS_KEYSTORE_PASSWORD").orElseGet(() -> secrets.get("keystore.password")));
        settings.putAll(database());

        startLiberty(settings);
        LibertyServer server = liberty.orElseThrow();
        server.awaitApplication();
        URI address = URI.create("http://localhost:" + httpPort);
        new Readiness(address).await(READY);
        announce(address, settings);

        int code = server.await();
        boolean asked = wasStopped();
        stop();
        if (!asked && code != 0) {
            throw new StartFailure("The server ended by itself, with code " + code + ".");
        }
    }

    /** The settings of the database: the one the environment names, or the embedded one. */
    private Map<String, String> database() {
        Optional<String> url = environment.get("ATHANOR_DB_URL");
        if (url.isEmpty()) {
            return embeddedDatabase();
        }
        String user = environment.required("ATHANOR_DB_USER", "ATHANOR_DB_URL is set");
        String password = environment.required("ATHANOR_DB_PASSWORD", "ATHANOR_DB_URL is set");
        DriverManager.setLoginTimeout(SECONDS_TO_CONNECT);
        try (Connection connection = DriverManager.getConnection(url.get(), user, password)) {
            String version = connection.getMetaData().getDatabaseProductVersion();
            System.out.println("Using PostgreSQL " + version + " at " + shown(url.get()));
        } catch (SQLException e) {
            throw new StartFailure(
                    "No connection to " + shown(url.get()) + " as \"" + user + "\": " + e.getMessage(), e);
        }
        return Map.of("ATHANOR_DB_URL", url.get(), "ATHANOR_DB_USER", user, "ATHANOR_DB_PASSWORD", password);
    }

    private synchronized Map<String, String> embeddedDatabase() {
        refuseAfterStop();
        EmbeddedDatabase postgres =
                EmbeddedDatabase.start(databaseFolder(), databasePort(), secrets.get("db.superuser.password"));
        embedded = Optional.of(postgres);
        String password = secrets.get("db.password");
        postgres.provide(NAME, password);
        return Map.of("ATHANOR_DB_URL", postgres.url(NAME), "ATHANOR_DB_USER", NAME, "ATHANOR_DB_PASSWORD", password);
    }

    /** The same at every start if possible, for other programs' sake; nothing depends on it. */
    private int databasePort() {
        int port = environment.port("ATHANOR_DEVELOPMENT_DB_PORT", DATABASE_PORT);
        if (Ports.isFree(port)) {
            return port;
        }
        int other = Ports.free();
        System.out.println("Port " + port + " is taken; PostgreSQL listens on " + other + " this time.");
        return other;
    }

    private synchronized void startLiberty(Map<String, String> settings) {
        refuseAfterStop();
        LibertyServer server =
                LibertyServer.start(installation, folder.resolve("development"), NAME, settings, System.out::println);
        RecordedProcess.write(libertyFile(), server.process());
        liberty = Optional.of(server);
    }

    /** What a launcher that was killed left running; nobody waits for it any more. */
    private void stopLeftover() {
        RecordedProcess.find(libertyFile()).ifPresent(leftover -> {
            System.out.println("Stopping the server that an earlier start left behind.");
            Processes.kill(leftover, STOP);
        });
        EmbeddedDatabase.stopLeftover(databaseFolder());
    }

    private Path databaseFolder() {
        return folder.resolve("postgresql");
    }

    private Path libertyFile() {
        return folder.resolve("liberty.pid");
    }

    private int freePort(String variable, int usual) {
        int port = environment.port(variable, usual);
        if (!Ports.isFree(port)) {
            throw new StartFailure("Port " + port + " is taken by another program. Stop that, or choose another port: "
                    + variable + "=" + (port + 1) + " mvn -Prun");
        }
        return port;
    }

    /** An address without its parameters, of which one may be a password. */
    private static String shown(String url) {
        return url.replaceFirst("\\?.*", "");
    }

    private static void announce(URI address, Map<String, String> settings) {
        System.out.println();
        System.out.println("Athanor is ready.");
        System.out.println("  API       " + address.resolve("/api"));
        System.out.println("  OpenAPI   " + address.resolve("/openapi/ui"));
        System.out.println("  Health    " + address.resolve("/health"));
        System.out.println("  Metrics   " + address.resolve("/metrics"));
        System.out.println("  Database  " + shown(String.valueOf(settings.get("ATHANOR_DB_URL"))) + ", user "
                + settings.get("ATHANOR_DB_USER"));
        System.out.println("  Demo data mvn -Pseed, in another terminal");
        System.out.println("Ctrl-C stops it.");
        System.out.println();
    }

    /** Stops the server, then its database; once. Waits for a start under way, so that nothing is left behind. */
    private synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        try {
            liberty.ifPresent(LibertyServer::close);
        } finally {
            embedded.ifPresent(EmbeddedDatabase::close);
        }
        if (liberty.isPresent()) {
            System.out.println("Stopped.");
        }
    }

    private synchronized boolean wasStopped() {
        return stopped;
    }

    private void refuseAfterStop() {
        if (stopped) {
            throw new StartFailure("Stopped while starting.");
        }
    }
}
