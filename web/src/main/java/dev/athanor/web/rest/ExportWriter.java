// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import jakarta.json.bind.Jsonb;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.Providers;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Reads all of a list, and writes it meanwhile. */
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
        ExportRows rows = form.isCompatible(MediaType.valueOf(Lists.CSV))
                ? ExportRows.table(out, jsonb)
                : ExportRows.lines(out, jsonb);
        export.list().apply(export.request().handing(rows));
        rows.end();
    }
}
