// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import dev.athanor.app.Storable;
import dev.athanor.app.Violations;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How users like the application: any object of JSON, which only has limits, as clients alone understand it. */
final class Preferences {
    private static final String FIELD = "preferences";
    private static final int MOST_BYTES = 8 * 1024;
    private static final int DEEPEST = 8;
    private static final Pattern TEXT = Pattern.compile(Storable.TEXT);

    private Preferences() {}

    /** Those of a text that was kept. */
    static JsonObject of(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    static Violations check(JsonObject preferences, Violations found) {
        return found.when(
                        preferences.toString().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES,
                        FIELD,
                        "are too long (maximum is " + MOST_BYTES + " bytes of JSON)")
                .when(depth(preferences) > DEEPEST, FIELD, "are nested more than " + DEEPEST + " times")
                .when(
                        !texts(preferences).allMatch(text -> TEXT.matcher(text).matches()),
                        FIELD,
                        "must not contain NUL or half characters");
    }

    private static int depth(JsonValue value) {
        if (value instanceof JsonObject object) {
            return 1 + deepest(object.values());
        }
        return value instanceof JsonArray array ? 1 + deepest(array) : 0;
    }

    private static int deepest(Collection<JsonValue> values) {
        return values.stream().mapToInt(Preferences::depth).max().orElse(0);
    }

    /** All names and texts in it. */
    private static Stream<String> texts(JsonValue value) {
        if (value instanceof JsonObject object) {
            return Stream.concat(
                    object.keySet().stream(), object.values().stream().flatMap(Preferences::texts));
        }
        if (value instanceof JsonArray array) {
            return array.stream().flatMap(Preferences::texts);
        }
        return value instanceof JsonString text ? Stream.of(text.getString()) : Stream.empty();
    }
}
