// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.Http;
import dev.athanor.it.TestServer;
import dev.athanor.it.TestServerSession;
import dev.athanor.server.Readiness;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;

@RunAsClient
class DatabaseRestartIT extends InContainer {
    private static final Duration SOON = Duration.ofMinutes(3);

    private static void assertComesBack(HttpResponse<String> answer, String body) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(answer.body()).startsWith(body);
    }

    @Test
    void theServerOutlivesARestartOfTheDatabase() {
        TestServer server = TestServerSession.server();
        Http http = new Http(server.address());
        Readiness readiness = new Readiness(server.address());
        String token = Http.token(http.register("user-" + UUID.randomUUID()));

        server.stopDatabase();
        try {
            assertThat(readiness.awaitStatus(503, SOON)).isEmpty();
            assertThat(http.get("/health/ready").body()).contains("{\"name\":\"database\",\"status\":\"DOWN\"");
            assertThat(http.get("/health/live").statusCode()).isEqualTo(200);
            assertComesBack(http.register("user-" + UUID.randomUUID()), "{\"errors\":{\"body\":[\"the server is");
            assertComesBack(
                    http.get("/api/v1/employees", "Authorization", "Token " + token),
                    "{\"detail\":\"the server is too busy, or its database away; try again later\"");
        } finally {
            server.startDatabase();
        }
        assertThat(readiness.awaitStatus(200, SOON)).isEmpty();
        for (int i = 0; i < 10; i++) {
            assertThat(http.register("user-" + UUID.randomUUID()).statusCode()).isEqualTo(201);
        }
        assertThat(http.get("/api/user", "Authorization", "Token " + token).statusCode())
                .isEqualTo(200);
    }
}
