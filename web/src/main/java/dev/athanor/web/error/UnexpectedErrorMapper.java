// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.error;

import dev.athanor.app.Overload;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * 503 for what can be had a little later, and 500 for all else: the caller gets a reference, under which the log has
 * the error.
 */
@Provider
public class UnexpectedErrorMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(UnexpectedErrorMapper.class.getName());

    private static final int SECONDS = 2;

    @Override
    public Response toResponse(Throwable error) {
        return Overload.tells(error) ? later(error) : failed(error);
    }

    private static Response later(Throwable error) {
        LOG.log(Level.WARNING, "request refused for now: {0}", String.valueOf(error));
        Response response = ErrorBody.response(
                Status.SERVICE_UNAVAILABLE, List.of("the server is too busy, or its database away; try again later"));
        response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, SECONDS);
        return response;
    }

    private static Response failed(Throwable error) {
        String reference = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, error, () -> "request failed, reference " + reference);
        return ErrorBody.response(
                Status.INTERNAL_SERVER_ERROR, List.of("something went wrong; it was logged as " + reference));
    }
}
