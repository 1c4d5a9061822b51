// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.error;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.Violation;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** 422, with everything that is wrong. */
@Provider
public class InvalidInputMapper implements ExceptionMapper<InvalidInput> {
    @Override
    public Response toResponse(InvalidInput error) {
        return ErrorBody.response(
                Statuses.UNPROCESSABLE_ENTITY,
                error.violations().stream().map(Violation::description).toList());
    }
}
