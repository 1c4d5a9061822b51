// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.error;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.StatusType;
import java.util.List;

/**
 * The form of every error: {@code {"errors": {"body": ["email is invalid"]}}}.
 *
 * @param errors the errors
 */
public record ErrorBody(Errors errors) {
    /**
     * What is inside.
     *
     * @param body a sentence for each error
     */
    public record Errors(List<String> body) {
        /** Keeps a copy. */
        public Errors {
            body = List.copyOf(body);
        }
    }

    static ErrorBody of(List<String> messages) {
        return new ErrorBody(new Errors(messages));
    }

    static Response response(StatusType status, List<String> messages) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(of(messages))
                .build();
    }
}
