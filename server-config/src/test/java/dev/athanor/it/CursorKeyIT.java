// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.server.LibertyServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A list is read on, page by page, from one server after another. */
@Execution(ExecutionMode.CONCURRENT)
class CursorKeyIT {
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");
    private static final String KEY = "ATHANOR_JWT_KEY=";

    private final List<String> output = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aCursorIsKnownToAllServersOfItsKeyAndToNoOther(@TempDir Path folder) throws Exception {
        try (TestServer server = TestServer.make(folder)) {
            server.deployApplication();
            Http http = new Http(server.address());
            String second;
            String token;
            try (LibertyServer first = start(server)) {
                assertThat(first.process().isAlive()).isTrue();
                server.execute("insert into academy.course (created_at, updated_at, version, code, title, seats) select"
                        + " now(), now(), 1, 'C' || i, 'Course', 10 from generate_series(1, 5) i");
                token = Http.token(http.register("reader"));
                server.awaitStandby();
                second = next(http.get("/api/v1/courses?sort=code&size=2&cursor="));
            }

            String third;
            try (LibertyServer restarted = start(server)) {
                assertThat(restarted.process().isAlive()).isTrue();
                HttpResponse<String> page = http.get(second);
                assertThat(page.body()).contains("\"C3\"", "\"C4\"").doesNotContain("\"C2\"", "\"C5\"");
                third = next(page);
            }

            replaceKey(server);
            try (LibertyServer other = start(server)) {
                assertThat(other.process().isAlive()).isTrue();
                assertThat(http.get("/api/user", "Authorization", "Token " + token)
                                .statusCode())
                        .as("tokens of the previous key are good")
                        .isEqualTo(200);
                for (String page : List.of(second, third)) {
                    HttpResponse<String> refused = http.get(page);
                    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
                    assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
                    assertThat(refused.body()).contains("\"parameter\":\"cursor\"", "begin again with an empty one");
                }
                assertThat(http.get(next(http.get("/api/v1/courses?sort=code&size=2&cursor=")))
                                .body())
                        .contains("\"C3\"", "\"C4\"");
            }
        }
    }

    private LibertyServer start(TestServer server) {
        LibertyServer started = LibertyServer.start(
                Path.of(TestServer.property("installation")), server.user(), server.name(), Map.of(), output::add);
        started.awaitApplication();
        started.awaitServer();
        return started;
    }

    /** Where the next page is. */
    private static String next(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        Matcher next = NEXT.matcher(String.join(",", page.headers().allValues("Link")));
        assertThat(next.find()).as("%s", page.headers().map()).isTrue();
        return next.group(1);
    }

    /** As docs/security.md has it: the one in use becomes the previous one. */
    private static void replaceKey(TestServer server) throws IOException {
        Path environment =
                server.user().resolve("servers").resolve(server.name()).resolve("server.env");
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) 7);
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(environment)) {
            lines.add(line.startsWith(KEY) ? "ATHANOR_JWT_PREVIOUS_KEY=" + line.substring(KEY.length()) : line);
        }
        lines.add(KEY + Base64.getEncoder().encodeToString(key));
        Files.write(environment, lines);
    }
}
