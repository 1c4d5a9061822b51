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

/** What README.md tells a newcomer to type. */
@RunAsClient
class ReadmeIT extends InContainer {
    @Test
    void theFirstCommandsDoWhatTheySay() throws IOException {
        List<String> commands = Curl.page("README.md").stream()
                .filter(line -> line.startsWith("curl "))
                .toList();
        assertThat(commands).hasSize(2);
        String name = "jake-" + UUID.randomUUID();

        HttpResponse<String> registered = Curl.run(commands.get(0).replace("jake", name));
        assertThat(registered.statusCode()).isEqualTo(201);

        HttpResponse<String> current = Curl.run(commands.get(1).replace("…", Http.token(registered)));
        assertThat(current.statusCode()).isEqualTo(200);
        assertThat(current.body()).contains("\"username\":\"" + name + "\"");
    }
}
