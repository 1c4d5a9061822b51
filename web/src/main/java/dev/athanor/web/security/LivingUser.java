// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.security;

import jakarta.annotation.Priority;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets the token of a user who was deleted since, or has another password, open nothing that is for users, whatever the
 * resource looks at: 401, after what the container says of roles.
 */
@Provider
@Priority(Priorities.AUTHORIZATION + 1)
public class LivingUser implements ContainerRequestFilter {
    @Inject
    private Caller caller;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (isForUsers()) {
            caller.userId();
        }
    }

    private boolean isForUsers() {
        return resource.getResourceMethod().isAnnotationPresent(RolesAllowed.class)
                || resource.getResourceClass().isAnnotationPresent(RolesAllowed.class);
    }
}
