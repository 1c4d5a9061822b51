// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.error;

import dev.athanor.app.NotAllowed;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** 403, with what is another's. */
@Provider
public class NotAllowedMapper implements ExceptionMapper<NotAllowed> {
    @Override
    public Response toResponse(NotAllowed error) {
        return ErrorBody.response(Status.FORBIDDEN, List.of(error.getMessage()));
    }
}
