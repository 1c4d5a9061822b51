// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses bodies that are too large, with 413: at once where the length is told, else as soon as more was read. Imports
 * may be larger. What the server itself takes at most, in common.xml, is more, so that all answers are of here.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class BodyLimit implements Filter {
    /** Without parameters of segments, which resources do not see: {@code /api/v1/orders;x=/import} is no import. */
    private static final Pattern IMPORT = Pattern.compile("/api/v1/[^;]*/imports?");

    @Inject
    @ConfigProperty(name = "athanor.http.body.limit", defaultValue = "1048576")
    private long limit;

    @Inject
    @ConfigProperty(name = "athanor.import.limit", defaultValue = "67108864")
    private long importLimit;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        long most = isImport(asked) ? importLimit : limit;
        if (asked.getContentLengthLong() > most) {
            refuse((HttpServletResponse) response);
        } else {
            chain.doFilter(new LimitedRequest(asked, most), response);
        }
    }

    /** What is changed at such an address, as a course that is called so, is none. */
    private static boolean isImport(HttpServletRequest asked) {
        return HttpMethod.POST.equals(asked.getMethod())
                && IMPORT.matcher(asked.getRequestURI()).matches();
    }

    /** The rest of the body is not read, so that no request can follow it. */
    private static void refuse(HttpServletResponse response) throws IOException {
        response.setHeader("Connection", "close");
        response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    }
}
