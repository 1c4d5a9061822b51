// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads all of a list into a temporary file, and sends that: an export that fails is an error to the client like any
 * other, and a client that reads slowly keeps no connection to the database. Neither is to be had by sending while it
 * is read, as Liberty ends an answer whose writer fails as if it were whole
 * (docs/decisions/0019-exports-and-imports.md).
 */
@Provider
public class ExportWriter implements MessageBodyWriter<Export> {
    @Context
    private Providers providers;

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType form) {
        return type == Export.class;
    }

    @Override
    public void writeTo(
            Export export,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType form,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        Jsonb jsonb = providers
                .getContextResolver(Jsonb.class, MediaType.APPLICATION_JSON_TYPE)
                .getContext(Export.class);
        Path file = Files.createTempFile("athanor-export-", null);
        try {
            try (ExportRows rows = form.isCompatible(MediaType.valueOf(Lists.CSV))
                    ? ExportRows.table(Files.newOutputStream(file), jsonb)
                    : ExportRows.lines(Files.newOutputStream(file), jsonb)) {
                export.handTo(rows);
            }
            headers.putSingle(HttpHeaders.CONTENT_LENGTH, Files.size(file));
            Files.copy(file, out);
        } finally {
            Files.delete(file);
        }
    }
}
