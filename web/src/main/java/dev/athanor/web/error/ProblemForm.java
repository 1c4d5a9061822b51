// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.error;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.StatusType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.List;

/** Gives errors under {@code /api/v1} the form of problems; those beside it have that of the RealWorld API. */
@Provider
public class ProblemForm implements ContainerResponseFilter {
    private static final MediaType PROBLEM = MediaType.valueOf(Problem.MEDIA_TYPE);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!isFor(request.getUriInfo())) {
            return;
        }
        if (response.getEntity() instanceof ErrorBody error) {
            tell(response, String.join("; ", error.errors().body()));
        } else if (response.getStatus() == Status.UNAUTHORIZED.getStatusCode() && !response.hasEntity()) {
            tell(response, "log in, and send the token");
        }
    }

    /** Whether problems are what a client of an address expects. */
    public static boolean isFor(UriInfo address) {
        return address.getPath().startsWith("v1/") || address.getPath().startsWith("/v1/");
    }

    private static void tell(ContainerResponseContext response, String detail) {
        StatusType status = response.getStatusInfo();
        response.setEntity(Problem.of(status, detail, List.of()), new Annotation[0], PROBLEM);
    }
}
