// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.Http;
import dev.athanor.it.TestServer;
import dev.athanor.server.EmbeddedDatabase;
import dev.athanor.server.LibertyServer;
import dev.athanor.server.Ports;
import dev.athanor.server.Readiness;
import dev.athanor.server.Secrets;
import dev.athanor.server.StartFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What docs/adopt.md tells a team to write and to type, from an empty folder to the answer of a server. */
@Execution(ExecutionMode.CONCURRENT)
class AdoptIT {
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final Path CHECKOUT = Path.of(TestServer.property("sources"))
            .toAbsolutePath()
            .resolve("../..")
            .normalize();
    private static final String NAME = "library";
    private static final Pattern CURL = Pattern.compile("curl (?:-d '([^']+)' )?http://localhost:9080(\\S+)");

    @TempDir
    private Path temporary;

    private final int port = Ports.free();
    private final List<String> output = Collections.synchronizedList(new ArrayList<>());

    @Test
    void whoFollowsThePageHasAnApplication() throws Exception {
        Guide guide = Guide.of(CHECKOUT.resolve("docs/adopt.md"));
        Path project = Files.createDirectory(temporary.resolve(NAME));
        List<String> maven = guide.commands("mvn ");
        List<String> curl = guide.commands("curl ");
        assertThat(maven).hasSize(5);
        assertThat(guide.size()).isEqualTo(maven.size() + curl.size());
        new Checkout(CHECKOUT).install(maven.get(0), repository());
        Secrets secrets = Secrets.in(temporary.resolve("secrets.properties"));
        String password = secrets.get("db.password");

        try (EmbeddedDatabase postgres = EmbeddedDatabase.start(
                temporary.resolve("postgresql"), Ports.free(), secrets.get("db.superuser.password"))) {
            postgres.provide(NAME, password);
            Maven build = Maven.in(project, repository(), database("ATHANOR", postgres, password));
            guide.writeFilesAbove(maven.get(1), project);
            build.run(maven.get(1));
            guide.writeFilesAbove(maven.get(2), project);
            assertThat(build.run(maven.get(2))).contains("add table book");
            guide.writeFilesAbove(maven.get(3), project);
            assertThat(build.run(maven.get(3))).contains("Tests run: 2, Failures: 0, Errors: 0");

            guide.writeFilesAbove(curl.get(0), project);
            try (LibertyServer server = startServer(project, database("LIBRARY", postgres, password))) {
                await(server);
                assertThat(new Readiness(address()).awaitStatus(200, SOON)).isEmpty();
                assertThat(answer(curl.get(0)).statusCode()).isEqualTo(204);
                assertThat(answer(curl.get(1)).statusCode()).isEqualTo(204);
                assertThat(answer(curl.get(2)).body()).isEqualTo("Ulysses");
            }
            assertThat(build.run(maven.get(4))).contains("all is well");
        }
    }

    private void await(LibertyServer server) {
        try {
            server.awaitApplication();
        } catch (StartFailure e) {
            throw new AssertionError(String.join("\n", output), e);
        }
    }

    private Path repository() {
        return temporary.resolve("repository");
    }

    private static Map<String, String> database(String prefix, EmbeddedDatabase postgres, String password) {
        return Map.of(
                prefix + "_DB_URL", postgres.url(NAME), prefix + "_DB_USER", NAME, prefix + "_DB_PASSWORD", password);
    }

    /** As the page says where things belong. */
    private LibertyServer startServer(Path project, Map<String, String> database) throws IOException {
        Path user = temporary.resolve("usr");
        Path folder = user.resolve("servers").resolve(NAME);
        Files.createDirectories(folder.resolve("apps"));
        Files.createDirectories(folder.resolve("jdbc"));
        Files.copy(project.resolve("server/server.xml"), folder.resolve("server.xml"));
        Files.copy(project.resolve("ear/target/library.ear"), folder.resolve("apps/library.ear"));
        Files.copy(
                Path.of(TestServer.property("server"), "jdbc", "postgresql.jar"),
                folder.resolve("jdbc/postgresql.jar"));
        Files.copy(
                Path.of(TestServer.property("sources"), "main/liberty/development/jvm.options"),
                folder.resolve("jvm.options"));
        Map<String, String> environment = new HashMap<>(database);
        environment.put("LIBRARY_HTTP_PORT", String.valueOf(port));
        return LibertyServer.start(Path.of(TestServer.property("installation")), user, NAME, environment, output::add);
    }

    private URI address() {
        return URI.create("http://localhost:" + port);
    }

    private HttpResponse<String> answer(String command) {
        Matcher curl = CURL.matcher(command);
        assertThat(curl.matches()).as(command).isTrue();
        Http http = new Http(address());
        if (curl.group(1) == null) {
            return http.get(curl.group(2));
        }
        String[] form = {"Content-Type", "application/x-www-form-urlencoded"};
        return http.send("POST", curl.group(2), curl.group(1), form);
    }
}
