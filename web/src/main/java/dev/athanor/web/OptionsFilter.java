// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers OPTIONS before any resource is looked for: RESTEasy would do so by an exception, which is mapped as an error.
 */
@Provider
@PreMatching
public class OptionsFilter implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
        if (HttpMethod.OPTIONS.equals(request.getMethod())) {
            request.abortWith(Response.noContent().build());
        }
    }
}
