// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web;

import dev.athanor.app.InvalidInput;
import dev.athanor.app.Violation;
import dev.athanor.app.view.InvalidQuery;
import dev.athanor.web.error.ProblemForm;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/**
 * Refuses parameters that hold NUL, which no text in the database does, and which it refuses in questions. In paths the
 * server takes none.
 */
@Provider
@PreMatching
public class UnstorableText implements ContainerRequestFilter {
    private static final String NUL = "\0";

    @Override
    public void filter(ContainerRequestContext request) {
        List<Violation> violations = request.getUriInfo().getQueryParameters().entrySet().stream()
                .filter(parameter -> parameter.getValue().stream().anyMatch(value -> value.contains(NUL)))
                .map(parameter -> new Violation(parameter.getKey().replace(NUL, ""), "must not contain NUL"))
                .toList();
        if (!violations.isEmpty()) {
            throw refusal(ProblemForm.isFor(request.getUriInfo()), violations);
        }
    }

    private static RuntimeException refusal(boolean asProblem, List<Violation> violations) {
        return asProblem
                ? new InvalidQuery(violations.stream()
                        .map(violation -> new InvalidQuery.Problem(violation.field(), violation.message()))
                        .toList())
                : new InvalidInput(violations);
    }
}
