// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the comparison with an OpenAPI document finds: each kind of difference. */
class DescribedOperationTest {
    private static final String JSON = "application/json";
    private final ApiDescription document = ApiDescription.parse("""
            {"openapi": "3.1.0", "paths": {
              "/api/looms/{id}": {
                "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "integer"}}],
                "put": {"operationId": "ChangeLoom", "summary": "Change a loom", "tags": ["Looms"],
                  "security": [{"Token": []}],
                  "parameters": [{"name": "size", "in": "query", "schema": {"type": "integer", "maximum": 9}}],
                  "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Loom"}}}},
                  "responses": {
                    "200": {"description": "The loom",
                      "headers": {"ETag": {"required": true, "schema": {"type": "string"}}},
                      "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Loom"}}}},
                    "401": {"description": "No token"}}}},
              "/api/bare": {"get": {"responses": {"404": {"description": " "}}, "security": [{"Token": []}]}}},
             "components": {"schemas": {"Loom": {"type": "object", "required": ["name"],
               "properties": {"name": {"type": "string"}, "at": {"type": ["string", "null"], "format": "date-time"}}}}}}""");

    private final DescribedOperation change = document.operation("ChangeLoom").orElseThrow();

    @Test
    void whatIsAsDescribedHasNoProblem() {
        assertThat(change.problems(
                        put("/api/looms/7?size=9", "{\"name\": \"a\"}", 200, "{\"name\":\"a\",\"at\":null}")))
                .isEmpty();
        assertThat(change.problems(put("/api/looms/7", "x", 401, ""))).isEmpty();
        assertThat(change.omissions()).isEmpty();
        assertThat(change.isSecured() && change.hasBody() && change.takesJson() && change.answersWithBody())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/weavers/7     | {\"name\": \"a\"} | 200 | {\"name\":\"a\"}  | is no call of it",
                "/api/looms/7/parts | {\"name\": \"a\"} | 200 | {\"name\":\"a\"}  | is no call of it",
                "/api/looms/7?a=b   | {\"name\": \"a\"} | 200 | {\"name\":\"a\"}  | @Parameter(name = \"a\"",
                "/api/looms/7?size=10 | {\"name\": \"a\"} | 200 | {\"name\":\"a\"} | the parameter size: ",
                "/api/looms/7       | {\"name\": 5}     | 200 | {\"name\":\"a\"}  | of the body of the request",
                "/api/looms/7       | {}                | 200 | {\"name\":\"a\"}  | of the body of the request",
                "/api/looms/7       | {\"name\": \"a\"} | 200 | {\"name\":null}   | of the answer",
                "/api/looms/7       | {\"name\": \"a\"} | 200 | {\"name\":\"a\",\"at\":\"today\"} | of the answer",
                "/api/looms/7       | {\"name\": \"a\"} | 200 | ''                | it is empty",
                "/api/looms/7       | {\"name\": \"a\"} | 201 | {\"name\":\"a\"}  | @APIResponse(responseCode = \"201\"",
                "/api/looms/7       | {\"name\": \"a\"} | 401 | {\"name\":\"a\"}  | content = @Content(mediaType = \"application/json\"",
            })
    void eachDifferenceIsFound(String address, String body, int status, String answer, String problem) {
        assertThat(change.problems(put(address, body, status, answer)))
                .singleElement()
                .asString()
                .startsWith("ChangeLoom (PUT /api/looms/{id}): ")
                .contains(problem);
    }

    @Test
    void headersAreCompared() {
        Exchange without = exchange(Map.of("Content-Type", List.of(JSON)));
        Exchange more = exchange(Map.of(
                "Content-Type", List.of(JSON), "etag", List.of("\"1\""), "Date", List.of("x"), "X-More", List.of("x")));

        assertThat(change.problems(without)).singleElement().asString().contains("required = false to the header ETag");
        assertThat(change.problems(more)).singleElement().asString().contains("@Header(name = \"X-More\"");
    }

    private static Exchange exchange(Map<String, List<String>> headers) {
        return new Exchange(
                "PUT", "/api/looms/7", JSON, "{\"name\": \"a\"}", new Given(200, "{\"name\":\"a\"}", headers));
    }

    @Test
    void whatIsLeftOutIsNamed() {
        List<String> omissions = new ArrayList<>();
        document.operations().forEach(operation -> omissions.addAll(operation.omissions()));

        assertThat(omissions)
                .containsExactly(
                        "GET /api/bare (GET /api/bare): add @Operation(operationId = …)",
                        "GET /api/bare (GET /api/bare): add @Operation(summary = …)",
                        "GET /api/bare (GET /api/bare): add @Tag(name = …)",
                        "GET /api/bare (GET /api/bare): add @APIResponse for what is answered where all is well",
                        "GET /api/bare (GET /api/bare): add @APIResponse(responseCode = \"401\", …)",
                        "GET /api/bare (GET /api/bare): add a description of the answer 404");
    }

    private static Exchange put(String address, String body, int status, String answer) {
        Map<String, List<String>> headers = status == 200
                ? Map.of("Content-Type", List.of(JSON + ";charset=UTF-8"), "ETag", List.of("\"1\""))
                : Map.of("Content-Type", List.of(JSON));
        return new Exchange("PUT", address, JSON, body, new Given(status, answer, headers));
    }

    /** An answer that came from nowhere. */
    private record Given(int statusCode, String body, Map<String, List<String>> fields)
            implements HttpResponse<String> {
        @Override
        public HttpRequest request() {
            return HttpRequest.newBuilder(uri()).build();
        }

        @Override
        public Optional<HttpResponse<String>> previousResponse() {
            return Optional.empty();
        }

        @Override
        public HttpHeaders headers() {
            return HttpHeaders.of(fields, (name, value) -> true);
        }

        @Override
        public Optional<SSLSession> sslSession() {
            return Optional.empty();
        }

        @Override
        public URI uri() {
            return URI.create("http://localhost");
        }

        @Override
        public Version version() {
            return Version.HTTP_1_1;
        }
    }
}
