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
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps what clients send in a temporary file, and begins to import it. */
@ApplicationScoped
public class Uploads {
    @Inject
    private Imports imports;

    @Inject
    private Caller caller;

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

    private static void keep(InputStream body, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            body.transferTo(out);
        }
    }
}
