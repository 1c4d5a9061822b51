// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.web.Roles;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** What docs/exports-and-imports.md tells clients to do, in its order. */
@RunAsClient
class ExportsPageIT extends InContainer {
    @Test
    void allCommandsAnswerAsThePageSays() throws IOException {
        String token = Client.withRole(Roles.EDITOR).headers().get(1).substring("Token ".length());
        String name = "ada-" + UUID.randomUUID();
        String id = "";
        int commands = 0;
        List<String> lines = Curl.page("docs/exports-and-imports.md");
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("curl ")) {
                String command = lines.get(i)
                        .replace("…", token)
                        .replace("/imports/ID", "/imports/" + id)
                        .replace("ada@", name + "@");
                HttpResponse<String> answer = Curl.run(command);
                assertThat("# " + answer.statusCode())
                        .as("%s: %s", command, answer.body())
                        .isEqualTo(lines.get(i + 1));
                id = answer.headers()
                        .firstValue("Location")
                        .map(location -> location.substring(location.lastIndexOf('/') + 1))
                        .orElse(id);
                commands++;
            }
        }
        assertThat(commands).isEqualTo(8);
    }
}
