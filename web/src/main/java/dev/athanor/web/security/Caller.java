// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.security;

import dev.athanor.app.Viewer;
import dev.athanor.app.identity.Accounts;
import dev.athanor.web.Roles;
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

    @Inject
    private Accounts accounts;

    private Optional<Long> found = Optional.empty();

    /** The user's key; 401 if nobody is logged in, or the user was deleted since. Asked once for each request. */
    public long userId() {
        if (found.isEmpty()) {
            found = ofToken().filter(accounts::exists);
        }
        return found.orElseThrow(() -> new NotAuthorizedException(Challenge.TOKEN));
    }

    /**
     * The user's key, by which to look for what is the user's; none for administrators, who see what is everybody's.
     */
    public Optional<Long> unlessAdministrator() {
        return Optional.of(userId()).filter(user -> !security.isCallerInRole(Roles.ADMINISTRATOR));
    }

    /** The user, or nobody, where anybody may look. */
    public Viewer viewer() {
        return ofToken().map(Viewer::of).orElseGet(Viewer::nobody);
    }

    private Optional<Long> ofToken() {
        return Optional.ofNullable(security.getCallerPrincipal())
                .map(Principal::getName)
                .map(Long::parseLong);
    }
}
