// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads a {@link Body}; what is no JSON is refused before, by {@link dev.athanor.web.json.BodyReader}. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, Body.MERGE_PATCH})
public class BodyProvider implements MessageBodyReader<Body> {
    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type == Body.class;
    }

    @Override
    public Body readFrom(
            Class<Body> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        try (JsonReader reader = Json.createReader(body)) {
            return new Body(reader.readValue());
        }
    }
}
