// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/**
 * Lets EclipseLink, which has no way of its own with them, map attributes that are JSON's trees; {@code @Json} says
 * that they are kept as {@code jsonb}. Thread-safe.
 *
 * <pre>{@code
 * @Json
 * @Convert(converter = JsonValueConverter.class)
 * private JsonValue facts;
 * }</pre>
 */
@Converter
public final class JsonValueConverter implements AttributeConverter<JsonValue, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable JsonValue value) {
        return value == null ? null : value.toString();
    }

    @Override
    public @Nullable JsonValue convertToEntityAttribute(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
