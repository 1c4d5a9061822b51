// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.error;

import dev.athanor.app.ChangedMeanwhile;
import dev.athanor.web.error.Problem.Detail;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** 412 if the client had said what it knows, by {@code If-Match}; else 409: sent again, it may be done. */
@Provider
public class ChangedMeanwhileMapper implements ExceptionMapper<ChangedMeanwhile> {
    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(ChangedMeanwhile error) {
        if (headers.getHeaderString(HttpHeaders.IF_MATCH) != null) {
            return Refused.stale().problem().response();
        }
        String detail = String.valueOf(error.getMessage());
        return Problem.of(Status.CONFLICT, detail, List.of(new Detail(null, null, null, "changed-meanwhile", detail)))
                .response();
    }
}
