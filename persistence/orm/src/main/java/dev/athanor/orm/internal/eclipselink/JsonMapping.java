// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.lang.reflect.Type;

/** Maps objects to JSON, by JSON-B: what the server has, or the application brings. Thread-safe. */
final class JsonMapping {
    private final Jsonb jsonb;

    private JsonMapping(Jsonb jsonb) {
        this.jsonb = jsonb;
    }

    static JsonMapping standard() {
        return new JsonMapping(JsonbBuilder.create());
    }

    String write(Object value, Type type) {
        return jsonb.toJson(value, type);
    }

    Object read(String json, Type type) {
        return jsonb.fromJson(json, type);
    }

    /** Whether two texts mean the same, in whatever order they name the members of objects. */
    boolean same(String one, String other) {
        return one.equals(other) || tree(one).equals(tree(other));
    }

    private JsonValue tree(String json) {
        return jsonb.fromJson(json, JsonValue.class);
    }
}
