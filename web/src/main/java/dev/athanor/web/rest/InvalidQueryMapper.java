// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import dev.athanor.app.view.InvalidQuery;
import dev.athanor.web.error.Problem;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** 400, with everything that is wrong with the query of an address. */
@Provider
public class InvalidQueryMapper implements ExceptionMapper<InvalidQuery> {
    @Override
    public Response toResponse(InvalidQuery error) {
        return Problem.of(
                        Status.BAD_REQUEST,
                        "the query of the address cannot be understood",
                        error.problems().stream()
                                .map(problem -> Problem.Detail.in(problem.parameter(), problem.detail()))
                                .toList())
                .response();
    }
}
