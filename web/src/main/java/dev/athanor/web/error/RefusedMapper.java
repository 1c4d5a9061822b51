// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.error;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The problem that it is. */
@Provider
public class RefusedMapper implements ExceptionMapper<Refused> {
    @Override
    public Response toResponse(Refused error) {
        return error.problem().response();
    }
}
