// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import dev.athanor.web.json.JsonConfiguration;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import java.io.StringReader;
import java.util.Objects;

/**
 * The body of a request. What it says is a record, or a change of one; what does not fit that is refused all at once,
 * with pointers to where it is. Immutable and thread-safe.
 *
 * <pre>{@code
 * NewProduct product = body.as(NewProduct.class);
 * NewProduct changed = body.mergedInto(product);
 * }</pre>
 */
public final class Body {
    /** Changes, as RFC 7396 has them: what is absent stays, what is null is taken away. */
    public static final String MERGE_PATCH = "application/merge-patch+json";

    private static final Jsonb JSONB = new JsonConfiguration().getContext(Body.class);

    private final JsonValue value;

    Body(JsonValue value) {
        this.value = Objects.requireNonNull(value, "value");
    }

    /** What it says. */
    public <R extends Record> R as(Class<R> type) {
        return new RecordReader().read(type, value);
    }

    /** What a record says when this is changed of it. */
    public <R extends Record> R mergedInto(R current) {
        RecordReader reader = new RecordReader();
        Class<R> type = classOf(current);
        reader.checkNames(type, value, "");
        return reader.read(type, Json.createMergePatch(value).apply(json(current)));
    }

    @SuppressWarnings("unchecked") // records have no subclasses
    private static <R extends Record> Class<R> classOf(R record) {
        return (Class<R>) record.getClass();
    }

    private static JsonObject json(Record record) {
        try (JsonReader reader = Json.createReader(new StringReader(JSONB.toJson(record)))) {
            return reader.readObject();
        }
    }

    /** The same for the same value, however it is written. */
    String text() {
        return value.toString();
    }
}
