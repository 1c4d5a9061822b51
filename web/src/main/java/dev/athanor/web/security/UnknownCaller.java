// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Refuses requests of which it could not be found out who sent them. */
@Provider
@PreMatching
public class UnknownCaller implements ContainerRequestFilter {
    /** The attribute of a request that has the reason. */
    static final String REASON = "dev.athanor.unknown.caller";

    @Context
    private HttpServletRequest servletRequest;

    @Override
    public void filter(ContainerRequestContext request) {
        if (servletRequest.getAttribute(REASON) instanceof RuntimeException reason) {
            throw reason;
        }
    }
}
