// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.it.Http;
import dev.athanor.it.TestServerSession;
import dev.athanor.it.openapi.Exchange;
import dev.athanor.web.Roles;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How large, how deep and how long bodies of requests may be. */
@RunAsClient
class BodyLimitsIT extends InContainer {
    private static final int LIMIT = 1_048_576;
    private static final int LIMIT_OF_IMPORTS = 3_000_000;
    private static final String AVATAR = "/v1/me/avatar";

    @Test
    void aBodyWhoseLengthIsToldIsRefusedBeforeItIsSent() {
        assertThat(http().postIfWelcome("/api/users", registration(LIMIT + 1)).statusCode())
                .isEqualTo(413);
        assertThat(http().post("/api/users", registration(LIMIT)).statusCode()).isEqualTo(422);
    }

    @Test
    void aBodyOfAnUntoldLengthIsReadUpToTheLimit() throws IOException {
        String fits = RawHttp.send(chunked("/api/users", registration(LIMIT)));
        String tooLarge = RawHttp.send(chunked("/api/users", registration(LIMIT + 1)));

        assertThat(fits).startsWith("HTTP/1.1 422 ").contains("username is too long");
        assertThat(tooLarge)
                .startsWith("HTTP/1.1 413 ")
                .contains("{\"errors\":{\"body\":[\"Request Entity Too Large\"]}}");
    }

    @Test
    void aResourceThatReadsNoBodyIsNotFooledIntoReadingOne() throws IOException {
        assertThat(RawHttp.send("POST /api/users HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                        + "Content-Type: text/plain\r\nContent-Length: " + 4L * LIMIT + "\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
    }

    /**
     * It is no JSON, and its resource reads it itself; what is larger than a picture, but no larger than a body, is
     * 422.
     */
    @Test
    void aPictureIsReadUpToTheLimit() throws IOException {
        Client user = Client.registered();
        String[] headers = {
            "Content-Type: image/png", "Authorization: " + user.headers().get(1)
        };
        Asking asking = Asking.by(user);

        assertThat(asking.send("PUT", AVATAR, "image/png", "x".repeat(LIMIT))
                        .response()
                        .statusCode())
                .isEqualTo(422);
        Exchange told = asking.send("PUT", AVATAR, "image/png", "x".repeat(LIMIT + 1));
        assertThat(told.response().statusCode()).isEqualTo(413);
        assertThat(told.response().body()).contains("\"status\":413");
        assertThat(RawHttp.send(chunked("PUT", "/api" + AVATAR, "x".repeat(LIMIT), headers)))
                .startsWith("HTTP/1.1 422 ");
        assertThat(RawHttp.send(chunked("PUT", "/api" + AVATAR, "x".repeat(LIMIT + 1), headers)))
                .startsWith("HTTP/1.1 413 ")
                .contains("application/problem+json", "\"status\":413");
        assertThat(user.get("/v1/people/" + user.name() + "/avatar").status()).isEqualTo(404);
    }

    /** There need not be an import at the address to be seen: what is refused for its size is not looked up. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/nothing/import", "/api/v1/nothing/7/imports"})
    void importsMayBeLarger(String path) {
        assertThat(http().postIfWelcome(path, "x".repeat(LIMIT + 1)).statusCode())
                .isEqualTo(404);
        assertThat(http().postIfWelcome(path, "x".repeat(LIMIT_OF_IMPORTS + 1)).statusCode())
                .isEqualTo(413);
        assertThat(http().postIfWelcome("/api/v1/important", "x".repeat(LIMIT + 1))
                        .statusCode())
                .isEqualTo(413);
        assertThat(http().postIfWelcome("/api/v1/orders;x=/import", "x".repeat(LIMIT + 1))
                        .statusCode())
                .as("which is the address of orders")
                .isEqualTo(413);
    }

    @Test
    void anImportOfAnUntoldLengthIsReadUpToItsLimit() throws IOException {
        Client editor = Client.withRole(Roles.EDITOR);
        String[] headers = {
            "Content-Type: application/x-ndjson",
            "Authorization: " + editor.headers().get(1)
        };
        String path = "/api/v1/students/import";
        String whole = "\n".repeat(LIMIT_OF_IMPORTS);

        assertThat(RawHttp.send(chunked("POST", path, whole, headers))).startsWith("HTTP/1.1 202 ");
        assertThat(RawHttp.send(chunked("POST", path, whole + "\n", headers))).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void whatIsCalledAsImportsAreIsNone() {
        Asking editor = Asking.by(Client.withRole(Roles.EDITOR));
        String course = "{\"title\": \"" + "x".repeat(LIMIT) + "\"}";

        assertThat(editor.send("PATCH", "/v1/courses/import", "application/json", course)
                        .response()
                        .statusCode())
                .isEqualTo(413);
        assertThat(editor.send("PATCH", "/v1/courses/import", "application/json", "{}")
                        .response()
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "48   | username has the wrong type",
                "49   | body is nested more than 50 times",
                "9999 | body is nested more than 50 times",
            })
    void bodiesAreOfLimitedDepth(int arrays, String error) {
        String deep = "{\"user\": {\"username\": " + "[".repeat(arrays) + "]".repeat(arrays) + "}}";

        Answer answer = Client.nobody().post("/users", deep);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors().get(0)).endsWith(error);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "1e-101",
                "-0.1e102",
                "99999999999999999999999999999999999999999999999999999999"
                        + "9999999999999999999999999999999999999999999999999999999999999999999999"
            })
    void numbersAreOfLimitedLength(String number) {
        Answer answer = Client.nobody().post("/users", "{\"user\": {\"username\": " + number + "}}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.errors()).containsExactly("body has a number of more than 100 digits");
    }

    @Test
    void aNumberOfAsManyDigitsIsRead() {
        Answer answer = Client.nobody().post("/users", "{\"user\": {\"username\": " + "9".repeat(100) + "}}");

        assertThat(answer.errors()).containsExactly("user.username has the wrong type");
    }

    @ParameterizedTest
    @CsvSource({"20, 100, ''", "21, 100, has more than 20 levels", "20, 101, has more than 100 comparisons"})
    void filtersAreOfLimitedDepthAndLength(int levels, int comparisons, String problem) {
        String filter =
                "(".repeat(levels) + String.join(",", Collections.nCopies(comparisons, "code==x")) + ")".repeat(levels);

        Answer answer = Client.nobody().get("/v1/courses?filter=" + encoded(filter));

        assertThat(answer.status()).as(answer.text()).isEqualTo(problem.isEmpty() ? 200 : 400);
        assertThat(answer.text()).contains(problem);
    }

    /** A filter, too, is read by calls within calls; parentheses in values make it look less deep than it is. */
    @Test
    void filtersAreOfLimitedDepthWhateverTheirValuesAre() {
        String value = "code==\"" + ")".repeat(1_500) + "\"";
        String deep = value + ";" + "(".repeat(1_500) + "code==x" + ")".repeat(1_500);

        Answer answer = Client.nobody().get("/v1/courses?filter=" + encoded(deep));
        Answer flat = Client.nobody().get("/v1/courses?filter=" + encoded(value));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("has more than 20 levels");
        assertThat(flat.status()).isEqualTo(200);
    }

    /** Which Java takes, and the database does not. */
    @ParameterizedTest
    @CsvSource({
        "products?filter=price=gt=1e999999999",
        "products?filter=price=gt=1e-999999999",
        "products?filter=availableFrom=gt=%2B999999999-01-01",
        "products?filter=availableFrom=gt=-0001-01-01"
    })
    void valuesOfFiltersAreSuchAsTheDatabaseHas(String list) {
        Answer answer = Client.nobody().get("/v1/" + list);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.text()).contains("\"parameter\":\"filter\"");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String registration(int length) {
        String begin = "{\"user\": {\"email\": \"a@example.org\", \"password\": \"correct horse\", \"username\": \""
                + UUID.randomUUID();
        String end = "\"}}";
        return begin + "x".repeat(length - begin.length() - end.length()) + end;
    }

    private static String chunked(String path, String body) {
        return chunked("POST", path, body, "Content-Type: application/json");
    }

    private static String chunked(String method, String path, String body, String... headers) {
        StringBuilder request = new StringBuilder(method + " " + path
                + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n"
                + String.join("\r\n", headers) + "\r\n\r\n");
        int size = 60_000;
        for (int i = 0; i < body.length(); i += size) {
            String chunk = body.substring(i, Math.min(body.length(), i + size));
            request.append(Integer.toHexString(chunk.length()))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        return request.append("0\r\n\r\n").toString();
    }

    private static Http http() {
        return new Http(TestServerSession.server().address());
    }
}
