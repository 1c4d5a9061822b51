// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Events as JSON, by JSON-B: what the server has, or the application brings. */
final class Payloads {
    private static final Jsonb JSONB = JsonbBuilder.create();

    private Payloads() {}

    static String write(Object value) {
        try {
            return JSONB.toJson(value);
        } catch (JsonbException e) {
            throw new OrmException(
                    OrmError.EVENT_INVALID,
                    "an event of " + value.getClass().getName() + " cannot be made JSON: " + e.getMessage(),
                    e);
        }
    }

    static <E> E read(String json, Class<E> type) {
        return JSONB.fromJson(json, type);
    }

    static Map<String, String> readHeaders(String json) {
        Map<String, String> headers = new LinkedHashMap<>();
        JSONB.fromJson(json, JsonObject.class).forEach((name, value) -> headers.put(name, text(value)));
        return headers;
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }
}
