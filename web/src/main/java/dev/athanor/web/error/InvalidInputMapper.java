// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.error;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.Reason;
import dev.athanor.app.Violation;
import dev.athanor.web.error.Problem.Detail;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/**
 * Everything that is wrong. In the RealWorld API it is 422; under {@code /api/v1} it is 400 if nothing could be read,
 * 409 if what was sent is all right and does not go with what there is, and 422 otherwise.
 */
@Provider
public class InvalidInputMapper implements ExceptionMapper<InvalidInput> {
    @Context
    private UriInfo address;

    @Override
    public Response toResponse(InvalidInput error) {
        return ProblemForm.isFor(address)
                ? problem(error).response()
                : ErrorBody.response(
                        Statuses.UNPROCESSABLE_ENTITY,
                        error.violations().stream().map(Violation::description).toList());
    }

    private static Problem problem(InvalidInput error) {
        var details =
                error.violations().stream().map(InvalidInputMapper::detail).toList();
        if (error.violations().stream().anyMatch(wrong -> wrong.reason() == Reason.MALFORMED)) {
            return Problem.of(Status.BAD_REQUEST, "the body cannot be read", details);
        }
        return error.isConflict()
                ? Problem.of(Status.CONFLICT, "it does not go with what there is", details)
                : Problem.of(Statuses.UNPROCESSABLE_ENTITY, "what was sent breaks rules", details);
    }

    private static Detail detail(Violation violation) {
        return switch (violation.reason()) {
            case MALFORMED -> Detail.of(Reason.MALFORMED, violation.description());
            case KEY_REUSED -> Detail.of("Idempotency-Key", "key-reused", violation.message());
            default -> Detail.at(Pointers.of(violation.field()), violation.reason(), violation.message());
        };
    }
}
