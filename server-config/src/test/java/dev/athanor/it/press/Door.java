// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** Lets everybody in who gives a name. */
@ApplicationScoped
public class Door implements HttpAuthenticationMechanism {
    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        String name = request.getParameter("as");
        return name == null ? context.doNothing() : context.notifyContainerAboutLogin(name, Set.of());
    }
}
