// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.security;

import dev.athanor.app.Overload;
import dev.athanor.app.identity.Accounts;
import dev.athanor.web.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Logs in the user of a request's token. RealWorld clients send it as {@code Token}, most others as {@code Bearer};
 * MicroProfile JWT knows only the latter. Where nobody has to be logged in, a token that is not valid any more does no
 * harm: clients send it along when they log in anew.
 *
 * <p>Liberty itself reads a header of the scheme {@code Basic} after this, for its audit log, and answers an empty 500
 * when it is malformed.
 */
@ApplicationScoped
public class TokenAuthentication implements HttpAuthenticationMechanism {
    private static final Pattern HEADER = Pattern.compile("(?:Token|Bearer) +(\\S+) *", Pattern.CASE_INSENSITIVE);

    /** The attribute of a request that has what its token says. */
    private static final String CLAIMS = "dev.athanor.claims";

    @Inject
    private Tokens tokens;

    @Inject
    private Accounts accounts;

    /** Whose roles cannot be looked up now is refused later, where errors get their form: here it would be a 403. */
    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        try {
            return authenticated(request, context);
        } catch (RuntimeException e) {
            if (!Overload.tells(e)) {
                throw e;
            }
            request.setAttribute(UnknownCaller.REASON, e);
            return context.doNothing();
        }
    }

    private AuthenticationStatus authenticated(HttpServletRequest request, HttpMessageContext context) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                .map(HEADER::matcher)
                .filter(Matcher::matches)
                .flatMap(header -> tokens.read(header.group(1)))
                .flatMap(claims -> groups(claims).map(groups -> loggedIn(request, context, claims, groups)))
                .orElseGet(() -> context.isProtected() ? refused(context) : context.doNothing());
    }

    private static AuthenticationStatus loggedIn(
            HttpServletRequest request, HttpMessageContext context, Tokens.Claims claims, Set<String> groups) {
        request.setAttribute(CLAIMS, claims);
        return context.notifyContainerAboutLogin(String.valueOf(claims.user()), groups);
    }

    /** What the token of a request says, if it has one that we have signed. */
    static Optional<Tokens.Claims> claims(HttpServletRequest request) {
        return Optional.ofNullable((Tokens.Claims) request.getAttribute(CLAIMS));
    }

    /**
     * The roles that the user has now. A token that tells of none has none: only those of the few others are looked up,
     * so that what was taken away is gone at once. Whether the token is good still is for {@link Caller} to find out.
     */
    private Optional<Set<String>> groups(Tokens.Claims claims) {
        if (claims.roles().isEmpty()) {
            return Optional.of(Set.of(Roles.USER));
        }
        return accounts.rolesOf(claims.user(), claims.passwordChanges()).map(TokenAuthentication::withUser);
    }

    private static Set<String> withUser(Set<String> roles) {
        Set<String> groups = new HashSet<>(roles);
        groups.add(Roles.USER);
        return groups;
    }

    private static AuthenticationStatus refused(HttpMessageContext context) {
        context.getResponse().setHeader(HttpHeaders.WWW_AUTHENTICATE, Challenge.TOKEN);
        return context.responseUnauthorized();
    }
}
