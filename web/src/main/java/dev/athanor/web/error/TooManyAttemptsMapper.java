// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.error;

import dev.athanor.app.TooManyAttempts;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** 429, with the seconds to wait. */
@Provider
public class TooManyAttemptsMapper implements ExceptionMapper<TooManyAttempts> {
    @Override
    public Response toResponse(TooManyAttempts error) {
        Response response = ErrorBody.response(Status.TOO_MANY_REQUESTS, List.of(error.getMessage()));
        response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, error.seconds());
        return response;
    }
}
