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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The package as an operator has it: unzipped, with nothing but an environment. */
class ServerPackageIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String DATABASE = "package_test";

    @Test
    void thePackageRunsOnceTheSchemaIsCurrent(@TempDir Path folder) throws Exception {
        unzip(Path.of(TestServer.property("package")), folder);
        EmbeddedDatabase postgres = TestServerSession.server().database();
        Secrets secrets = Secrets.in(folder.resolve("secrets.properties"));
        String password = secrets.get("db.password");
        postgres.provideEmpty(DATABASE, password);
        int port = Ports.free();
        int securePort = Ports.free();
        List<String> output = Collections.synchronizedList(new ArrayList<>());
        Path keystore = folder.resolve("operator.p12");
        String keystorePassword = secrets.get("keystore.password");
        makeCertificate(keystore, keystorePassword);
        Map<String, String> environment = Map.of(
                "ATHANOR_DB_URL", postgres.url(DATABASE),
                "ATHANOR_DB_USER", DATABASE,
                "ATHANOR_DB_PASSWORD", password,
                "ATHANOR_JWT_KEY", secrets.get("jwt.key"),
                "ATHANOR_TLS_KEYSTORE", keystore.toString(),
                "ATHANOR_TLS_KEYSTORE_PASSWORD", keystorePassword,
                "ATHANOR_HTTP_PORT", String.valueOf(port),
                "ATHANOR_HTTPS_PORT", String.valueOf(securePort));

        try (LibertyServer server = LibertyServer.start(
                folder.resolve("wlp"), folder.resolve("wlp/usr"), "athanor", environment, output::add)) {
            server.awaitApplication();
            URI address = URI.create("http://localhost:" + port);
            Http http = new Http(address);
            Readiness readiness = new Readiness(address);

            assertThat(readiness.awaitStatus(503, SOON)).isEmpty();
            assertThat(http.get("/health/ready").body())
                    .contains(
                            "{\"name\":\"schema\",\"status\":\"DOWN\"", "the schema is behind", "identity-0001-users");
            assertThat(http.get("/metrics").statusCode()).isNotEqualTo(200);

            Migrations.of(dataSource(postgres, password), "db/changelog.yaml").upgrade();

            assertThat(readiness.awaitStatus(200, SOON)).isEmpty();
            assertThat(http.register("operator").statusCode()).isEqualTo(201);
            Http https = Http.trusting(URI.create("https://localhost:" + securePort), keystore, keystorePassword);
            assertThat(https.get("/health/ready").statusCode()).isEqualTo(200);
        }
        assertThat(output).anyMatch(line -> line.startsWith("{\"") && line.contains("CWWKZ0001I"));
        assertThat(String.join("\n", output)).doesNotContain(secrets.get("jwt.key"), password, keystorePassword);
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

    private static PGSimpleDataSource dataSource(EmbeddedDatabase postgres, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.url(DATABASE));
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
