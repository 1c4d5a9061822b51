// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An operation of a document, and what is wrong where it is used otherwise. Each problem says what to add. */
public final class DescribedOperation {
    /** Of all answers, or of HTTP itself; docs/security.md tells of them. */
    private static final Set<String> COMMON = Set.of(
            "access-control-allow-origin",
            "access-control-expose-headers",
            "cache-control",
            "connection",
            "content-language",
            "content-length",
            "content-security-policy",
            "content-type",
            "date",
            "expires",
            "keep-alive",
            "referrer-policy",
            "strict-transport-security",
            "transfer-encoding",
            "vary",
            "x-content-type-options");

    private final ApiDescription document;
    private final String method;
    private final String path;
    private final JsonNode item;
    private final JsonNode operation;

    DescribedOperation(ApiDescription document, String method, String path, JsonNode item, JsonNode operation) {
        this.document = document;
        this.method = method.toUpperCase(Locale.ROOT);
        this.path = path;
        this.item = item;
        this.operation = operation;
    }

    /** Its name; the method and the path, if it has none. */
    public String id() {
        return operation.path("operationId").asText(method + " " + path);
    }

    /** As in {@code GET /api/articles/{slug}}. */
    public String address() {
        return method + " " + path;
    }

    /** Whether it says that it is for those who are logged in. */
    public boolean isSecured() {
        return !operation.path("security").isEmpty();
    }

    /** As in {@code GET}. */
    public String method() {
        return method;
    }

    /** Where it is, with the same text for each part that is left open. */
    public String path(String open) {
        return path.replaceAll("\\{[^}]*}", open);
    }

    /** A media type that a body of it may have; none, if it takes no body. */
    public Optional<String> takenType() {
        return document.resolved(operation.path("requestBody")).path("content").properties().stream()
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether it takes a body. */
    public boolean hasBody() {
        return operation.has("requestBody");
    }

    /** Whether a body of it is a document of JSON; others are text. */
    public boolean takesJson() {
        return document.resolved(operation.path("requestBody")).path("content").properties().stream()
                .map(Map.Entry::getKey)
                .anyMatch(DescribedOperation::isJson);
    }

    /** Whether it can answer with a body where all is well. */
    public boolean answersWithBody() {
        return responses().entrySet().stream()
                .anyMatch(response -> response.getKey().startsWith("2")
                        && !response.getValue().path("content").isEmpty());
    }

    /** What is missing in its description, whatever is called. */
    public List<String> omissions() {
        Problems problems = new Problems();
        problems.when(!operation.has("operationId"), "@Operation(operationId = …)");
        problems.when(operation.path("summary").asText().isBlank(), "@Operation(summary = …)");
        problems.when(operation.path("tags").isEmpty(), "@Tag(name = …)");
        problems.when(
                responses().keySet().stream().noneMatch(status -> status.startsWith("2")),
                "@APIResponse for what is answered where all is well");
        problems.when(isSecured() && !responses().containsKey("401"), "@APIResponse(responseCode = \"401\", …)");
        responses()
                .forEach((status, response) -> problems.when(
                        response.path("description").asText().isBlank(), "a description of the answer " + status));
        return problems.found;
    }

    /** What is wrong with a request of it, and with the answer. */
    public List<String> problems(Exchange exchange) {
        Problems problems = new Problems();
        problems.when(
                !exchange.method().equals(method)
                        || !template().matcher(exchange.path()).matches(),
                "nothing: " + exchange + " is no call of it");
        JsonNode response = responses()
                .getOrDefault(
                        String.valueOf(exchange.response().statusCode()),
                        responses().get("default"));
        if (exchange.response().statusCode() < 400) {
            request(exchange, problems);
        }
        if (response == null) {
            problems.add("@APIResponse(responseCode = \"" + exchange.response().statusCode() + "\", …), as " + exchange
                    + " answers " + exchange.response().body());
            return problems.found;
        }
        headers(exchange, response, problems);
        if (!exchange.method().equals("HEAD") && exchange.response().statusCode() != 304) {
            body(exchange, response, problems);
        }
        return problems.found;
    }

    private Pattern template() {
        return Pattern.compile(Pattern.quote(path).replaceAll("\\{[^}]*}", "\\\\E[^/]+\\\\Q"));
    }

    private void request(Exchange exchange, Problems problems) {
        exchange.query().forEach((name, value) -> {
            JsonNode parameter = parameters().get(name);
            if (parameter == null) {
                problems.add(
                        "@Parameter(name = \"" + name + "\", in = ParameterIn.QUERY), as " + exchange + " uses it");
            } else {
                JsonNode schema = parameter.path("schema");
                problems.addAll("the parameter " + name + ": ", document.violations(schema, value(schema, value)));
            }
        });
        parameters()
                .forEach((name, parameter) -> problems.when(
                        parameter.path("required").asBoolean()
                                && "query".equals(parameter.path("in").asText())
                                && !exchange.query().containsKey(name),
                        "required = false for the parameter " + name + ", as " + exchange + " does without"));
        if (!exchange.body().isEmpty()) {
            JsonNode body = document.resolved(operation.path("requestBody"));
            content("the body of the request", exchange.mediaType(), exchange.body(), body, problems);
        }
    }

    private JsonNode value(JsonNode schema, String text) {
        String type = document.resolved(schema).path("type").asText();
        if (type.equals("integer") && text.matches("-?\\d+")) {
            return BigIntegerNode.valueOf(new BigInteger(text));
        }
        return type.equals("boolean") && text.matches("true|false")
                ? BooleanNode.valueOf(Boolean.parseBoolean(text))
                : TextNode.valueOf(text);
    }

    private void headers(Exchange exchange, JsonNode response, Problems problems) {
        Map<String, JsonNode> described = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.path("headers").fields().forEachRemaining(header -> described.put(header.getKey(), header.getValue()));
        exchange.response().headers().map().keySet().stream()
                .filter(name -> !name.startsWith(":") && !COMMON.contains(name.toLowerCase(Locale.ROOT)))
                .filter(name -> !described.containsKey(name))
                .forEach(name ->
                        problems.add("headers = @Header(name = \"" + name + "\", …) to the answer " + exchange));
        described.forEach((name, header) -> problems.when(
                document.resolved(header).path("required").asBoolean()
                        && exchange.response().headers().firstValue(name).isEmpty(),
                "required = false to the header " + name + ", which " + exchange + " has not"));
    }

    private void body(Exchange exchange, JsonNode response, Problems problems) {
        String body = exchange.response().body();
        boolean described = !response.path("content").isEmpty();
        if (body.isEmpty()) {
            problems.when(described, "nothing as the content of " + exchange + ": it is empty");
        } else {
            content("the answer " + exchange, exchange.answeredType(), body, response, problems);
        }
    }

    private void content(String what, String mediaType, String body, JsonNode described, Problems problems) {
        JsonNode content = described.path("content").path(mediaType);
        if (content.isMissingNode()) {
            problems.add("content = @Content(mediaType = \"" + mediaType + "\", schema = …) to " + what + ", which is "
                    + shortened(body));
        } else if (isJson(mediaType)) {
            problems.when(content.path("schema").isMissingNode(), "schema = @Schema(…) to " + what);
            problems.addAll(
                    what + ": ",
                    document.violations(content.path("schema"), ApiDescription.json(body)).stream()
                            .map(violation -> violation + " in " + shortened(body))
                            .toList());
        }
    }

    private static boolean isJson(String mediaType) {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    private static String shortened(String text) {
        return text.length() < 300 ? text : text.substring(0, 300) + "…";
    }

    private Map<String, JsonNode> responses() {
        Map<String, JsonNode> responses = new TreeMap<>();
        operation
                .path("responses")
                .fields()
                .forEachRemaining(response -> responses.put(response.getKey(), document.resolved(response.getValue())));
        return responses;
    }

    /** By their names; those of the path and of headers, too. */
    private Map<String, JsonNode> parameters() {
        List<JsonNode> all = new ArrayList<>();
        item.path("parameters").forEach(all::add);
        operation.path("parameters").forEach(all::add);
        return all.stream()
                .map(document::resolved)
                .collect(Collectors.toMap(
                        parameter -> parameter.path("name").asText(), parameter -> parameter, (item, own) -> own));
    }

    @Override
    public String toString() {
        return id() + " (" + address() + ")";
    }

    /** Those found, each with the operation. */
    private final class Problems {
        private final List<String> found = new ArrayList<>();

        void add(String missing) {
            found.add(DescribedOperation.this + ": add " + missing);
        }

        void when(boolean wrong, String missing) {
            if (wrong) {
                add(missing);
            }
        }

        void addAll(String where, List<String> violations) {
            violations.forEach(violation -> found.add(
                    DescribedOperation.this + ": change the schema, or what is sent, of " + where + violation));
        }
    }
}
