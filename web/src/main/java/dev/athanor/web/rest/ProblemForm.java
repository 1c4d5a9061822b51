// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import dev.athanor.web.error.ErrorBody;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.StatusType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;

/** Gives errors under {@code /api/v1} the form of problems; those beside it have that of the RealWorld API. */
@Provider
public class ProblemForm implements ContainerResponseFilter {
    private static final MediaType PROBLEM = MediaType.valueOf(Problem.MEDIA_TYPE);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof ErrorBody error && isFor(request.getUriInfo())) {
            response.setEntity(problem(response.getStatusInfo(), error), new Annotation[0], PROBLEM);
        }
    }

    static boolean isFor(UriInfo address) {
        return address.getPath().startsWith("v1/") || address.getPath().startsWith("/v1/");
    }

    private static Problem problem(StatusType status, ErrorBody error) {
        return new Problem(
                "about:blank",
                status.getReasonPhrase(),
                status.getStatusCode(),
                Optional.of(String.join("; ", error.errors().body())),
                List.of());
    }
}
