// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.openapi;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * Gives an example to each property that has none and is no schema of its own: by its name, its type, or the first of
 * its values.
 */
final class Examples {
    private static final Map<String, String> OF_NAMES = Map.ofEntries(
            Map.entry("username", "jake"),
            Map.entry("email", "jake@example.org"),
            Map.entry("bio", "I weave"),
            Map.entry("image", "https://example.org/a.png"),
            Map.entry("token", "eyJhbGciOiJIUzI1NiJ9…"),
            Map.entry("slug", "how-looms-work"),
            Map.entry("title", "How looms work"),
            Map.entry("description", "Of threads and cards"),
            Map.entry("body", "Thread by thread."),
            Map.entry("tagList", "weaving"),
            Map.entry("tags", "weaving"),
            Map.entry("type", "about:blank"),
            Map.entry("parameter", "filter"),
            Map.entry("detail", "\"password\" is not known; known are id, code"));

    private static final Map<String, String> OF_FORMATS = Map.of(
            "date-time", "2026-02-18T03:22:56.637Z",
            "date", "2026-02-18",
            "time", "09:30:00Z",
            "uuid", "2f1b6a0e-6d2c-4c2e-9a55-3c1c6b1f7a10",
            "uri", "https://example.org/a.png",
            "email", "jake@example.org",
            "password", "correct horse",
            "duration", "P3D");

    private Examples() {}

    /** To all properties of a schema. */
    static void add(Schema schema) {
        Optional.ofNullable(schema.getProperties()).orElseGet(Map::of).forEach(Examples::addTo);
    }

    private static void addTo(String name, Schema property) {
        if (property.getRef() == null && property.getExamples() == null) {
            Object example = example(name, property);
            if (example != null) {
                property.addExample(example);
            }
        }
    }

    private static @Nullable Object example(String name, @Nullable Schema schema) {
        if (schema == null || schema.getRef() != null) {
            return null;
        }
        if (schema.getEnumeration() != null && !schema.getEnumeration().isEmpty()) {
            return schema.getEnumeration().get(0);
        }
        return switch (type(schema)) {
            case BOOLEAN -> true;
            case INTEGER -> 1;
            case NUMBER -> new BigDecimal("12.50");
            case STRING -> ofText(name, schema.getFormat());
            case ARRAY -> ofArray(name, schema);
            case OBJECT -> Map.of();
            case NULL -> null;
        };
    }

    private static SchemaType type(Schema schema) {
        return Optional.ofNullable(schema.getType())
                .flatMap(types ->
                        types.stream().filter(one -> one != SchemaType.NULL).findFirst())
                .orElse(SchemaType.STRING);
    }

    private static String ofText(String name, @Nullable String format) {
        return format == null ? OF_NAMES.getOrDefault(name, "text") : OF_FORMATS.getOrDefault(format, "text");
    }

    private static @Nullable Object ofArray(String name, Schema schema) {
        Object element = example(name, schema.getItems());
        return element == null ? null : List.of(element);
    }
}
