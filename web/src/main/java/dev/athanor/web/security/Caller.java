// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.security;

import dev.athanor.app.Viewer;
import dev.athanor.app.identity.Accounts;
import dev.athanor.web.Roles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAuthorizedException;
import java.util.Optional;

/** The user who sent the request. */
@RequestScoped
public class Caller {
    @Inject
    private SecurityContext security;

    @Inject
    private Accounts accounts;

    @Inject
    private HttpServletRequest request;

    private boolean asked;
    private Optional<Long> good = Optional.empty();

    /**
     * The user's key; 401 if nobody is logged in, the user was deleted, or has another password since. Asked once for
     * each request.
     */
    public long userId() {
        return good().orElseThrow(() -> new NotAuthorizedException(Challenge.TOKEN));
    }

    /**
     * The user's key, by which to look for what is the user's; none for administrators, who see what is everybody's.
     */
    public Optional<Long> unlessAdministrator() {
        return Optional.of(userId()).filter(user -> !security.isCallerInRole(Roles.ADMINISTRATOR));
    }

    /** The user, or nobody, where anybody may look. Who sends a token that is not good any more is nobody. */
    public Viewer viewer() {
        return good().map(Viewer::of).orElseGet(Viewer::nobody);
    }

    /**
     * As the token has it, without asking whether it is good still: for lists of what everybody may see, in which
     * somebody finds no more than what the user likes and whom the user follows, and which are to take no statement
     * more.
     */
    public Viewer viewerOfLists() {
        return claims().map(Tokens.Claims::user).map(Viewer::of).orElseGet(Viewer::nobody);
    }

    private Optional<Long> good() {
        if (!asked) {
            good = claims().filter(claims -> accounts.isGood(claims.user(), claims.passwordChanges()))
                    .map(Tokens.Claims::user);
            asked = true;
        }
        return good;
    }

    private Optional<Tokens.Claims> claims() {
        return TokenAuthentication.claims(request);
    }
}
