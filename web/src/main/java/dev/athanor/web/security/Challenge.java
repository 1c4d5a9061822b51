// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.security;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/** Every 401 of JAX-RS says how to log in, whether a resource or the container's check of roles gave it. */
@Provider
public class Challenge implements ContainerResponseFilter {
    /** What to send. */
    public static final String TOKEN = "Token";

    @Context
    private HttpServletResponse servletResponse;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean said = servletResponse.containsHeader(HttpHeaders.WWW_AUTHENTICATE);
        if (response.getStatus() == Status.UNAUTHORIZED.getStatusCode() && !said) {
            response.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, TOKEN);
        }
    }
}
