// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.Http;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** What docs/api.md tells clients to do, in its order. */
@RunAsClient
class ApiPageIT extends InContainer {
    @Test
    void allCommandsAnswerAsThePageSays() throws IOException {
        String name = "jake-" + UUID.randomUUID();
        String token = "";
        int commands = 0;
        List<String> lines = Curl.page("docs/api.md");
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("curl ")) {
                String command = lines.get(i).replace("jake", name).replace("…", token);
                HttpResponse<String> answer = Curl.run(command);
                assertThat("# " + answer.statusCode())
                        .as("%s: %s", command, answer.body())
                        .isEqualTo(lines.get(i + 1));
                token = answer.body().contains("\"token\"") ? Http.token(answer) : token;
                commands++;
            }
        }
        assertThat(commands).isGreaterThan(15);
    }

    @Test
    void errorsAreWhatThePageShows() throws IOException {
        String shown = Curl.page("docs/api.md").stream()
                .filter(line -> line.startsWith("answers `{"))
                .findFirst()
                .orElseThrow();

        Answer answer = Client.nobody().post("/users/login", "{\"user\": {\"email\": \"\"}}");

        assertThat(shown).contains("`" + answer.text() + "`");
    }
}
