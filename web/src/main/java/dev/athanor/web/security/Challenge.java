// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.security;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/** Every 401 says how to log in, whoever gave it. */
@Provider
public class Challenge implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == Status.UNAUTHORIZED.getStatusCode()) {
            response.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, "Token");
        }
    }
}
