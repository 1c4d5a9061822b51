// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.security;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Keeps answers that are for one user out of caches, unless a resource says something else; what anybody may read is
 * told apart from them.
 */
@Provider
public class NotStored implements ContainerResponseFilter {
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
        boolean ofOne =
                request.getHeaderString(HttpHeaders.AUTHORIZATION) != null || !READING.contains(request.getMethod());
        if (ofOne && !response.getHeaders().containsKey(HttpHeaders.CACHE_CONTROL)) {
            response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
