// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web;

import dev.athanor.app.view.InvalidQuery;
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
        List<InvalidQuery.Problem> problems = request.getUriInfo().getQueryParameters().entrySet().stream()
                .filter(parameter -> parameter.getValue().stream().anyMatch(value -> value.contains(NUL)))
                .map(parameter -> new InvalidQuery.Problem(parameter.getKey().replace(NUL, ""), "must not contain NUL"))
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidQuery(problems);
        }
    }
}
