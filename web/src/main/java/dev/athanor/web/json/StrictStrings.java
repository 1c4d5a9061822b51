// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.json;

import jakarta.json.bind.JsonbException;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;

/** Takes strings for strings only; JSON-B by itself would make one of a number, too. */
public final class StrictStrings implements JsonbDeserializer<String> {
    @Override
    public String deserialize(JsonParser parser, DeserializationContext context, Type type) {
        JsonParser.Event event = parser.next();
        if (event != JsonParser.Event.VALUE_STRING) {
            throw new JsonbException("a string is expected, not " + event);
        }
        return parser.getString();
    }
}
