// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.error;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** What JAX-RS refuses (no such path, method or media type), with its status and headers, in our form. */
@Provider
public class WebApplicationExceptionMapper implements ExceptionMapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException error) {
        Response original = error.getResponse();
        if (original.getStatusInfo().toEnum() == Status.UNAUTHORIZED) {
            // The specification has no body here.
            return Response.status(Status.UNAUTHORIZED).build();
        }
        Response response = ErrorBody.response(
                original.getStatusInfo(), List.of(original.getStatusInfo().getReasonPhrase()));
        original.getHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
                    && !name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
                response.getHeaders().put(name, values);
            }
        });
        return response;
    }
}
