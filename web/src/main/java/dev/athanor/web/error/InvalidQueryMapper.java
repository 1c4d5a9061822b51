// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.error;

import dev.athanor.app.view.InvalidQuery;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Everything that is wrong with the query of an address: 400 under {@code /api/v1}, 422 in the RealWorld API. */
@Provider
public class InvalidQueryMapper implements ExceptionMapper<InvalidQuery> {
    @Context
    private UriInfo address;

    @Override
    public Response toResponse(InvalidQuery error) {
        return ProblemForm.isFor(address)
                ? problem(error).response()
                : ErrorBody.response(
                        Statuses.UNPROCESSABLE_ENTITY,
                        error.problems().stream()
                                .map(wrong -> wrong.parameter() + " " + wrong.detail())
                                .toList());
    }

    private static Problem problem(InvalidQuery error) {
        return Problem.of(
                Status.BAD_REQUEST,
                "the query of the address cannot be understood",
                error.problems().stream()
                        .map(wrong -> Problem.Detail.in(wrong.parameter(), wrong.detail()))
                        .toList());
    }
}
