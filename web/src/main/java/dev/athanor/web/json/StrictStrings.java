// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.json;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Takes strings for strings only; JSON-B by itself would make one of a number, too. */
public final class StrictStrings implements JsonbDeserializer<String> {
    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context, Type type) {
        JsonValue value = parser.getValue();
        if (value instanceof JsonString string) {
            return string.getString();
        }
        if (value == JsonValue.NULL) {
            return null;
        }
        throw new JsonbException("a string is expected, not " + value.getValueType());
    }
}
