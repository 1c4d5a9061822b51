// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.ws.rs.NotAuthorizedException;
import java.security.Principal;
import java.util.Optional;

/** The user who sent the request. */
@RequestScoped
public class Caller {
    @Inject
    private SecurityContext security;

    /** The user's key; 401 if nobody is logged in. */
    public long userId() {
        return Optional.ofNullable(security.getCallerPrincipal())
                .map(Principal::getName)
                .map(Long::parseLong)
                .orElseThrow(() -> new NotAuthorizedException(Challenge.TOKEN));
    }
}
