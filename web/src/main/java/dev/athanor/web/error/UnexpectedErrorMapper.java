// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.error;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** 500 for all else: the caller gets a reference, under which the log has the error. */
@Provider
public class UnexpectedErrorMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(UnexpectedErrorMapper.class.getName());

    @Override
    public Response toResponse(Throwable error) {
        String reference = UUID.randomUUID().toString();
        LOG.log(Level.SEVERE, error, () -> "request failed, reference " + reference);
        return ErrorBody.response(
                Status.INTERNAL_SERVER_ERROR, List.of("something went wrong; it was logged as " + reference));
    }
}
