// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import dev.athanor.app.view.InvalidQuery;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** 400, with everything that is wrong with the query of an address. */
@Provider
public class InvalidQueryMapper implements ExceptionMapper<InvalidQuery> {
    @Override
    public Response toResponse(InvalidQuery error) {
        return Response.status(Status.BAD_REQUEST)
                .type(Problem.MEDIA_TYPE)
                .entity(new Problem(
                        "about:blank",
                        Status.BAD_REQUEST.getReasonPhrase(),
                        Status.BAD_REQUEST.getStatusCode(),
                        Optional.of("the query of the address cannot be understood"),
                        error.problems().stream()
                                .map(problem -> new Problem.Detail(problem.parameter(), problem.detail()))
                                .toList()))
                .build();
    }
}
