// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.imports;

import dev.athanor.app.imports.ImportForm;
import dev.athanor.app.imports.ImportView;
import dev.athanor.app.imports.Imports;
import dev.athanor.web.rest.Lists;
import dev.athanor.web.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Keeps what clients send in a temporary file, and begins to import it. */
@ApplicationScoped
public class Uploads {
    private static final int BUFFER = 1 << 16;

    @Inject
    private Imports imports;

    @Inject
    private Caller caller;

    /** So many bytes at most; the server may take fewer (ATHANOR_HTTP_BODY_LIMIT). */
    @Inject
    @ConfigProperty(name = "athanor.import.limit", defaultValue = "67108864")
    private long limit;

    /** 202, and where it is told how far it is. */
    Response start(String kind, HttpServletRequest request) throws IOException {
        long owner = caller.userId();
        Path file = Files.createTempFile("athanor-import-", null);
        boolean taken = false;
        try {
            keep(request.getInputStream(), file);
            ImportView started = imports.start(owner, kind, form(request), file);
            taken = true;
            return Response.accepted(ImportBody.of(started))
                    .header(HttpHeaders.LOCATION, request.getContextPath() + "/api/v1/imports/" + started.id())
                    .build();
        } finally {
            if (!taken) {
                Files.delete(file);
            }
        }
    }

    private static ImportForm form(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null) {
            throw new NotSupportedException();
        }
        return type.startsWith(Lists.CSV) ? ImportForm.CSV : ImportForm.NDJSON;
    }

    private void keep(InputStream body, Path file) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long kept = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                kept += read;
                if (kept > limit) {
                    throw new ClientErrorException(Response.Status.REQUEST_ENTITY_TOO_LARGE);
                }
                out.write(buffer, 0, read);
            }
        }
    }
}
