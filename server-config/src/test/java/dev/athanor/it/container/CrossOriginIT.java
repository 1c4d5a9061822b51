// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.Http;
import dev.athanor.it.TestServerSession;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Front ends that come from elsewhere. */
@RunAsClient
class CrossOriginIT extends InContainer {
    private static final String ORIGIN = "https://front.example.org";

    private static Http http() {
        return new Http(TestServerSession.server().address());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/articles", "/api/user", "/api/articles/x/favorite"})
    void browsersMayAskBeforehand(String path) {
        HttpResponse<String> response = http().send(
                        "OPTIONS",
                        path,
                        "Origin",
                        ORIGIN,
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "authorization,content-type");

        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(header(response, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(response, "Access-Control-Allow-Methods")).contains("POST", "PUT", "DELETE");
        assertThat(header(response, "Access-Control-Allow-Headers"))
                .contains("Authorization", "Content-Type", "If-Match", "Idempotency-Key");
    }

    /** Errors, too: browsers keep from pages what does not say so. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/tags", "/api/user", "/api/articles/nothing", "/api/articles?limit=x", "/api/nothing"})
    void pagesMayReadAllAnswers(String path) {
        HttpResponse<String> answer = http().get(path, "Origin", ORIGIN);

        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(answer, "Access-Control-Expose-Headers")).contains("ETag", "Link", "Location");
    }

    @Test
    void cookiesAreNotAskedFor() {
        HttpResponse<String> response = http().get("/api/tags", "Origin", ORIGIN);

        assertThat(response.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private static String header(HttpResponse<String> response, String name) {
        assertThat(response.headers().allValues(name)).hasSize(1);
        return response.headers().firstValue(name).orElseThrow();
    }
}
