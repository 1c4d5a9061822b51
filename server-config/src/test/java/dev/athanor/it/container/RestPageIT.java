// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.web.Roles;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

/** What docs/rest.md tells clients to do, in its order, by an editor. */
@RunAsClient
class RestPageIT extends InContainer {
    @Test
    void allCommandsAnswerAsThePageSays() throws IOException {
        String sku = "K" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        String token = Client.withRole(Roles.EDITOR).headers().get(1).substring("Token ".length());
        List<String> lines = Curl.page("docs/rest.md");
        int commands = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("curl ")) {
                String command = lines.get(i)
                        .replace("KETTLE", sku)
                        .replace("kettle", sku.toLowerCase(Locale.ROOT))
                        .replace("…", token);
                HttpResponse<String> answer = Curl.run(command);
                assertThat("# " + answer.statusCode())
                        .as("%s: %s", command, answer.body())
                        .isEqualTo(lines.get(i + 1));
                assertThat(answer.statusCode() != 422 || command.contains("5fb2") || lines.contains(answer.body()))
                        .as("the page shows %s", answer.body())
                        .isTrue();
                commands++;
            }
        }
        assertThat(commands).isEqualTo(23);
    }
}
