// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets pages of other origins call (CORS), all of them if nothing else is said: who calls is told by a header that
 * pages add, never by cookies that browsers would add to a stranger's request.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class CrossOrigin implements Filter {
    private static final String ORIGIN = "Origin";

    /** What pages may send, and what they may read, beyond what any page may. */
    private static final String SENT =
            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Requested-With";

    private static final String READ = "ETag, Idempotency-Replayed, Link, Location, Retry-After";

    @Inject
    @ConfigProperty(name = "athanor.cors.origins", defaultValue = Origins.ANY)
    private Set<String> named;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        allow(asked, answer);
        if (isPreflight(asked)) {
            answer.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
            answer.setHeader("Access-Control-Allow-Headers", SENT);
            answer.setHeader("Access-Control-Max-Age", "7200");
            answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            answer.setHeader("Access-Control-Expose-Headers", READ);
            chain.doFilter(request, new Varying(answer));
        }
    }

    private void allow(HttpServletRequest request, HttpServletResponse response) {
        Origins origins = new Origins(named);
        if (!origins.areAll()) {
            response.addHeader(HttpHeaders.VARY, ORIGIN);
        }
        origins.allowed(Optional.ofNullable(request.getHeader(ORIGIN)))
                .ifPresent(allowed -> response.setHeader("Access-Control-Allow-Origin", allowed));
    }

    private static boolean isPreflight(HttpServletRequest request) {
        return HttpMethod.OPTIONS.equals(request.getMethod())
                && request.getHeader("Access-Control-Request-Method") != null;
    }

    /** What answers vary with is added to by all who say some of it: JAX-RS sets the first that a resource says. */
    private static final class Varying extends HttpServletResponseWrapper {
        Varying(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            if (HttpHeaders.VARY.equalsIgnoreCase(name)) {
                addHeader(name, value);
            } else {
                super.setHeader(name, value);
            }
        }
    }
}
