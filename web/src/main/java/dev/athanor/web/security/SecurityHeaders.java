// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells browsers to do nothing with answers but what their pages mean to: an answer of the API is neither a page nor
 * within one. The headers that all answers of the server have are in common.xml. The first filter, by web.xml, so that
 * what other filters answer has them, too.
 */
public class SecurityHeaders implements Filter {
    private static final String OF_ANSWERS = "default-src 'none'; frame-ancestors 'none'";
    private static final String OF_PAGES = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
    private static final String TWO_YEARS = "max-age=63072000";

    @Inject
    private Proxies proxies;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        boolean api = asked.getRequestURI().startsWith("/api");
        answer.setHeader("Content-Security-Policy", api ? OF_ANSWERS : OF_PAGES);
        if (proxies.isSecure(asked)) {
            answer.setHeader("Strict-Transport-Security", TWO_YEARS);
        }
        chain.doFilter(request, response);
    }
}
