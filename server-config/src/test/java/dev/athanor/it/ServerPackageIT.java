// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.migrations.Migrations;
import dev.athanor.server.EmbeddedDatabase;
import dev.athanor.server.LibertyServer;
import dev.athanor.server.Ports;
import dev.athanor.server.Readiness;
import dev.athanor.server.Secrets;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.postgresql.ds.PGSimpleDataSource;

/** The package as an operator has it: unzipped, with nothing but an environment. */
@Execution(ExecutionMode.CONCURRENT)
class ServerPackageIT {
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final int LIMIT_OF_IMPORTS = 80_000_000;
    private static final String DATABASE = "athanor";
    private static final String FRONT = "https://front.example.org";

    @Test
    void thePackageServesOnceDatabaseAndSchemaAreThere(@TempDir Path folder) throws Exception {
        unzip(Path.of(TestServer.property("package")), folder);
        setUpAdministrator(folder);
        Secrets secrets = Secrets.in(folder.resolve("secrets.properties"));
        Path keystore = folder.resolve("operator.p12");
        makeCertificate(keystore, secrets.get("keystore.password"));
        int databasePort = Ports.free();
        int port = Ports.free();
        int securePort = Ports.free();
        String url = "jdbc:postgresql://localhost:" + databasePort + "/" + DATABASE;
        Map<String, String> environment = new HashMap<>(Map.of(
                "ATHANOR_DB_URL", url,
                "ATHANOR_DB_USER", DATABASE,
                "ATHANOR_DB_PASSWORD", secrets.get("db.password"),
                "ATHANOR_JWT_KEY", secrets.get("jwt.key"),
                "ATHANOR_TLS_KEYSTORE", keystore.toString(),
                "ATHANOR_TLS_KEYSTORE_PASSWORD", secrets.get("keystore.password"),
                "ATHANOR_HTTP_PORT", String.valueOf(port),
                "ATHANOR_HTTPS_PORT", String.valueOf(securePort)));
        // As an operator may; quick to start.
        environment.put("METRICS_PASSWORD", secrets.get("metrics.password"));
        environment.put("ATHANOR_CORS_ORIGINS", FRONT + ",https://other.example.org");
        environment.put("ATHANOR_IMPORT_LIMIT", String.valueOf(LIMIT_OF_IMPORTS));
        environment.put("JVM_ARGS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        List<String> output = Collections.synchronizedList(new ArrayList<>());
        URI address = URI.create("http://localhost:" + port);
        Http http = new Http(address);
        Readiness readiness = new Readiness(address);

        try (LibertyServer server = LibertyServer.start(
                folder.resolve("wlp"), folder.resolve("wlp/usr"), "athanor", environment, output::add)) {
            server.awaitApplication();
            assertThat(readiness.awaitStatus(503, SOON)).isEmpty();
            assertThat(http.get("/health/ready").body())
                    .contains(
                            "{\"name\":\"database\",\"status\":\"DOWN\"",
                            "{\"name\":\"schema\",\"status\":\"DOWN\"",
                            "no connection for migrations");
            assertThat(http.register("too-early").statusCode()).isEqualTo(503);

            try (EmbeddedDatabase postgres = EmbeddedDatabase.start(
                    folder.resolve("postgresql"), databasePort, secrets.get("db.superuser.password"))) {
                postgres.provide(DATABASE, secrets.get("db.password"));
                assertThat(awaitText(http, "the schema is behind")).contains("::add-table-users::");

                Migrations.of(dataSource(url, secrets.get("db.password")), "db/changelog.yaml")
                        .upgrade();

                assertThat(readiness.awaitStatus(200, SOON)).isEmpty();
                assertThat(http.register("operator").statusCode()).isEqualTo(201);
                assertPasswordsAreHashedSlowly(dataSource(url, secrets.get("db.password")));
                assertNobodyIsRefusedAsSlowlyAsSomebody(http);
                assertPagesOfNamedOriginsAloneMayCall(http);
                assertImportsMayBeAsLargeAsIsSet(http);
                Http https = Http.trusting(
                        URI.create("https://localhost:" + securePort), keystore, secrets.get("keystore.password"));
                assertThat(https.get("/health/ready").statusCode()).isEqualTo(200);
                assertThat(https.get("/api/tags").headers().firstValue("Strict-Transport-Security"))
                        .hasValue("max-age=63072000");
                assertMetricsAreForTheAdministrator(https, secrets.get("metrics.password"));
            }
        }
        assertThat(output).anyMatch(line -> line.startsWith("{\"") && line.contains("CWWKZ0001I"));
        assertThat(String.join("\n", output))
                .doesNotContain(secrets.get("jwt.key"), secrets.get("db.password"), secrets.get("keystore.password"));
    }

    /** As slowly as docs/security.md says, where nothing else is said. */
    private static void assertPasswordsAreHashedSlowly(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet hash = statement.executeQuery("select password_hash from identity.users")) {
            assertThat(hash.next()).isTrue();
            assertThat(hash.getString(1)).startsWith("PBKDF2WithHmacSHA512:210000:");
        }
    }

    /**
     * Where the hash is not made for nobody, the answer comes many times sooner; the least of several times is told.
     */
    private static void assertNobodyIsRefusedAsSlowlyAsSomebody(Http http) {
        long somebody = Long.MAX_VALUE;
        long nobody = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            somebody = Math.min(somebody, refusal(http, "operator@example.org"));
            nobody = Math.min(nobody, refusal(http, "nobody@example.org"));
        }
        assertThat(nobody).isGreaterThan(somebody / 2);
    }

    /** How many nanoseconds it takes to refuse a wrong password. */
    private static long refusal(Http http, String email) {
        long start = System.nanoTime();
        HttpResponse<String> refused = http.post(
                "/api/users/login", "{\"user\": {\"email\": \"" + email + "\", \"password\": \"wrong horse\"}}");
        long end = System.nanoTime();
        assertThat(refused.statusCode()).isEqualTo(401);
        return end - start;
    }

    /** Larger than without the setting. There need not be an import to be seen: 404 is after the limit. */
    private static void assertImportsMayBeAsLargeAsIsSet(Http http) {
        String path = "/api/v1/nothing/import";
        assertThat(http.postIfWelcome(path, "x".repeat(LIMIT_OF_IMPORTS)).statusCode())
                .isEqualTo(404);
        assertThat(http.postIfWelcome(path, "x".repeat(LIMIT_OF_IMPORTS + 1)).statusCode())
                .isEqualTo(413);
    }

    private static void assertPagesOfNamedOriginsAloneMayCall(Http http) {
        String[] preflight = {"Access-Control-Request-Method", "PUT"};
        for (String origin : List.of(FRONT, "https://evil.example.org", FRONT + ".evil.org")) {
            for (HttpResponse<String> answer : List.of(
                    http.get("/api/tags", "Origin", origin),
                    http.get("/api/user", "Origin", origin),
                    http.send("OPTIONS", "/api/user", "Origin", origin, preflight[0], preflight[1]))) {
                assertThat(answer.headers().allValues("Access-Control-Allow-Origin"))
                        .isEqualTo(origin.equals(FRONT) ? List.of(FRONT) : List.of());
                assertThat(answer.headers().allValues("Vary"))
                        .as("or a cache gives one origin what is for another")
                        .anyMatch(vary -> vary.contains("Origin"));
            }
        }
        assertThat(http.get("/api/tags").headers().firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    @Test
    void anUpgradeThatFailsLeavesTheServerNotReadyAndSaysWhy(@TempDir Path folder) throws Exception {
        unzip(Path.of(TestServer.property("package")), folder);
        Secrets secrets = Secrets.in(folder.resolve("secrets.properties"));
        Path keystore = folder.resolve("operator.p12");
        makeCertificate(keystore, secrets.get("keystore.password"));
        int databasePort = Ports.free();
        int port = Ports.free();
        String url = "jdbc:postgresql://localhost:" + databasePort + "/" + DATABASE;
        Map<String, String> environment = new HashMap<>(Map.of(
                "ATHANOR_SCHEMA", "upgrade",
                "ATHANOR_DB_URL", url,
                "ATHANOR_DB_USER", DATABASE,
                "ATHANOR_DB_PASSWORD", secrets.get("db.password"),
                "ATHANOR_JWT_KEY", secrets.get("jwt.key"),
                "ATHANOR_TLS_KEYSTORE", keystore.toString(),
                "ATHANOR_TLS_KEYSTORE_PASSWORD", secrets.get("keystore.password"),
                "ATHANOR_HTTP_PORT", String.valueOf(port),
                "ATHANOR_HTTPS_PORT", String.valueOf(Ports.free())));
        environment.put("JVM_ARGS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        List<String> output = Collections.synchronizedList(new ArrayList<>());
        String reason = "change set a5644746dd31::add-schema-identity::athanor failed and was undone";

        try (EmbeddedDatabase postgres = EmbeddedDatabase.start(
                folder.resolve("postgresql"), databasePort, secrets.get("db.superuser.password"))) {
            postgres.provide(DATABASE, secrets.get("db.password"));
            PGSimpleDataSource database = dataSource(url, secrets.get("db.password"));
            execute(database, "create schema identity; create table identity.kept (id int)");
            try (LibertyServer server = LibertyServer.start(
                    folder.resolve("wlp"), folder.resolve("wlp/usr"), "athanor", environment, output::add)) {
                server.awaitApplication();
                URI address = URI.create("http://localhost:" + port);
                Http http = new Http(address);

                assertThat(new Readiness(address).awaitStatus(503, SOON)).isEmpty();
                assertThat(awaitText(http, reason)).contains("schema \\\"identity\\\" already exists");
                assertThat(http.get("/health/ready").statusCode()).isEqualTo(503);
                execute(database, "drop table identity.kept; drop schema identity");

                Migrations.of(database, "db/changelog.yaml").upgrade();
                assertThat(new Readiness(address).awaitStatus(200, SOON)).isEmpty();
            }
        }
        assertThat(output).anyMatch(line -> line.contains(reason));
    }

    private static void execute(PGSimpleDataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** As docs/deploy.md shows it. */
    private static void setUpAdministrator(Path folder) throws IOException {
        String page = Files.readString(Path.of(TestServer.property("sources"), "../../docs/deploy.md"));
        String snippet = page.substring(page.indexOf("```xml\n") + 7);
        Path overrides = folder.resolve("wlp/usr/servers/athanor/configDropins/overrides");
        Files.createDirectories(overrides);
        Files.writeString(overrides.resolve("administrator.xml"), snippet.substring(0, snippet.indexOf("```")));
    }

    private static void assertMetricsAreForTheAdministrator(Http https, String password) {
        assertThat(https.get("/metrics").statusCode()).isEqualTo(401);
        String credentials =
                Base64.getEncoder().encodeToString(("metrics:" + password).getBytes(StandardCharsets.UTF_8));
        assertThat(https.get("/metrics", "Authorization", "Basic " + credentials)
                        .body())
                .contains("connectionpool_managedConnections");
    }

    /** What the server says of its readiness, as soon as it has this text in it. */
    private static String awaitText(Http http, String text) {
        Instant deadline = Instant.now().plus(SOON);
        String said;
        do {
            said = http.get("/health/ready").body();
        } while (!said.contains(text) && Instant.now().isBefore(deadline));
        return said;
    }

    private static void makeCertificate(Path keystore, String password) throws Exception {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-keystore",
                        keystore.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        password,
                        "-alias",
                        "operator",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost")
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    private static PGSimpleDataSource dataSource(String url, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(DATABASE);
        source.setPassword(password);
        return source;
    }

    /** As unzip does: the package's scripts are not executable by themselves. */
    private static void unzip(Path zip, Path folder) throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                Path target = folder.resolve(entry.getName()).normalize();
                assertThat(target.startsWith(folder)).isTrue();
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    try (InputStream content = file.getInputStream(entry)) {
                        Files.copy(content, target);
                    }
                }
            }
        }
        assertThat(folder.resolve("wlp/bin/server").toFile().setExecutable(true))
                .isTrue();
    }
}
