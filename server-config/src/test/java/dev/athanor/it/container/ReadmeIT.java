// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.Http;
import dev.athanor.it.TestServer;
import dev.athanor.it.TestServerSession;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** What README.md tells a newcomer to type. */
@RunAsClient
class ReadmeIT extends InContainer {
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final String ADDRESS = "http://localhost:9080";

    @Test
    void theFirstCommandsDoWhatTheySay() throws IOException {
        List<String> commands = Files.readAllLines(Path.of(TestServer.property("sources"), "../../README.md")).stream()
                .filter(line -> line.startsWith("curl "))
                .toList();
        assertThat(commands).hasSize(2);
        String name = "jake-" + UUID.randomUUID();

        HttpResponse<String> registered = run(commands.get(0).replace("jake", name));
        assertThat(registered.statusCode()).isEqualTo(201);

        HttpResponse<String> current = run(commands.get(1).replace("…", Http.token(registered)));
        assertThat(current.statusCode()).isEqualTo(200);
        assertThat(current.body()).contains("\"username\":\"" + name + "\"");
    }

    /** As much of curl as the page uses. */
    private static HttpResponse<String> run(String command) {
        List<String> words = WORD.matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();
        String path = words.stream()
                .filter(word -> word.startsWith(ADDRESS))
                .findFirst()
                .orElseThrow()
                .substring(ADDRESS.length());
        Http http = new Http(TestServerSession.server().address());
        if (words.contains("-d")) {
            assertThat(words).containsSequence("-X", "POST").containsSequence("-H", "Content-Type: application/json");
            return http.post(path, words.get(words.indexOf("-d") + 1));
        }
        return http.get(path, words.get(words.indexOf("-H") + 1).split(": ", 2));
    }
}
