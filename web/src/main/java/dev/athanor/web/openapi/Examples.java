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
    private static final Map<String, Object> OF_NAMES = Map.ofEntries(
            Map.entry("Problem.title", "Bad Request"),
            Map.entry("Problem.status", 400),
            Map.entry("Errors.body", "email is not an e-mail address"),
            Map.entry("Detail.pointer", "/price"),
            Map.entry("Detail.header", "Idempotency-Key"),
            Map.entry("Detail.code", "malformed"),
            Map.entry("ImportBody.kind", "products"),
            Map.entry("ImportBody.state", "RUNNING"),
            Map.entry("ImportBody.failure", "the server was stopped"),
            Map.entry("Paper.kind", "INVOICE"),
            Map.entry("Energy.grade", "A"),
            Map.entry("KindSales.kind", "TOOL"),
            Map.entry("BestSeller.kind", "TOOL"),
            Map.entry("Promise.dispatchedUntil", "15:00:00"),
            Map.entry("Promise.promotedUntil", "2026-02-18T15:00:00"),
            Map.entry("CategoryView.name", "Textiles"),
            Map.entry("NewCategory.name", "Textiles"),
            Map.entry("NewCategory.parent", "crafts"),
            Map.entry("NewAccount.name", "Household"),
            Map.entry("DepartmentChange.name", "Weaving"),
            Map.entry("NewDepartment.name", "Weaving"),
            Map.entry("ChartLine.name", "Ada Lovelace"),
            Map.entry("ChartLine.path", "Ada Lovelace"),
            Map.entry("PayLine.name", "Ada Lovelace"),
            Map.entry("Student.name", "Ada Lovelace"),
            Map.entry("department", "Weaving"),
            Map.entry("from", "Dyeing"),
            Map.entry("to", "Weaving"),
            Map.entry("by", "jake"),
            Map.entry("name", "Loom"),
            Map.entry("sku", "LOOM1"),
            Map.entry("code", "CS101"),
            Map.entry("course", "CS101"),
            Map.entry("prerequisites", "CS100"),
            Map.entry("currency", "EUR"),
            Map.entry("reference", "Rent"),
            Map.entry("firstName", "Ada"),
            Map.entry("lastName", "Lovelace"),
            Map.entry("fullName", "Ada Lovelace"),
            Map.entry("interests", "weaving"),
            Map.entry("recipient", "Ada Lovelace"),
            Map.entry("street", "Main Street 1"),
            Map.entry("postcode", "10000"),
            Map.entry("city", "Prague"),
            Map.entry("lastDigits", "4242"),
            Map.entry("iban", "CZ6508000000192000145399"),
            Map.entry("username", "jake"),
            Map.entry("password", "correct horse"),
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

    /** To all properties of a schema of this name. */
    static void add(String name, Schema schema) {
        Optional.ofNullable(schema.getProperties())
                .orElseGet(Map::of)
                .forEach((property, of) -> addTo(named(name + "." + property, property), of));
    }

    /** What is known of a property by its schema's name and its own, or by its own. */
    private static @Nullable Object named(String qualified, String property) {
        return OF_NAMES.containsKey(qualified) ? OF_NAMES.get(qualified) : OF_NAMES.get(property);
    }

    private static void addTo(@Nullable Object named, Schema property) {
        if (property.getRef() == null && property.getExamples() == null) {
            Object example = example(named, property);
            if (example != null) {
                property.addExample(example);
            }
        }
    }

    private static @Nullable Object example(@Nullable Object named, @Nullable Schema schema) {
        if (schema == null || schema.getRef() != null) {
            return null;
        }
        if (schema.getEnumeration() != null && !schema.getEnumeration().isEmpty()) {
            return schema.getEnumeration().get(0);
        }
        return type(schema).map(type -> ofType(type, named, schema)).orElse(null);
    }

    private static @Nullable Object ofType(SchemaType type, @Nullable Object named, Schema schema) {
        return switch (type) {
            case BOOLEAN -> true;
            case INTEGER -> named instanceof Integer number ? number : 1;
            case NUMBER -> new BigDecimal("12.50");
            case STRING -> ofText(named, schema.getFormat());
            case ARRAY -> ofArray(named, schema);
            case OBJECT -> schema.getAdditionalPropertiesSchema() == null ? null : Map.of("color", "red");
            case NULL -> null;
        };
    }

    private static Optional<SchemaType> type(Schema schema) {
        return Optional.ofNullable(schema.getType())
                .flatMap(types ->
                        types.stream().filter(one -> one != SchemaType.NULL).findFirst());
    }

    private static String ofText(@Nullable Object named, @Nullable String format) {
        if (format != null) {
            return OF_FORMATS.getOrDefault(format, "text");
        }
        return named instanceof String text ? text : "text";
    }

    private static @Nullable Object ofArray(@Nullable Object named, Schema schema) {
        Object element = example(named, schema.getItems());
        return element == null ? null : List.of(element);
    }
}
