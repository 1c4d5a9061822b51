// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** An OpenAPI document: its operations, and whether values are as its schemas want them. */
public final class ApiDescription {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig STRICT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private final JsonNode document;

    private ApiDescription(JsonNode document) {
        this.document = document;
    }

    /** The document, as JSON. */
    public static ApiDescription parse(String json) {
        return new ApiDescription(json(json));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + text, e);
        }
    }

    /** The version of OpenAPI. */
    public String version() {
        return document.path("openapi").asText();
    }

    /** All operations. */
    public List<DescribedOperation> operations() {
        List<DescribedOperation> operations = new ArrayList<>();
        document.path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> {
                    if (METHODS.contains(method.getKey())) {
                        operations.add(new DescribedOperation(
                                this, method.getKey(), path.getKey(), path.getValue(), method.getValue()));
                    }
                }));
        return operations;
    }

    /** The operation of an id. */
    public Optional<DescribedOperation> operation(String id) {
        return operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst();
    }

    /** The schemas that have names. */
    public Map<String, JsonNode> schemas() {
        Map<String, JsonNode> schemas = new TreeMap<>();
        document.at("/components/schemas")
                .fields()
                .forEachRemaining(schema -> schemas.put(schema.getKey(), schema.getValue()));
        return schemas;
    }

    /** What a node refers to; itself, if it does not. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asText().substring(1)) : node;
    }

    /** What a schema has against a value. */
    public List<String> violations(JsonNode schema, JsonNode value) {
        ObjectNode whole = schema.deepCopy();
        whole.set("components", document.path("components"));
        return SCHEMAS.getSchema(whole, STRICT).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
