// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Where the request comes from. */
@RequestScoped
public class ClientAddress {
    @Inject
    private HttpServletRequest request;

    @Inject
    private Proxies proxies;

    /** As far as requests from there are one client's: an address, or the network that a client of IPv6 has. */
    public String client() {
        return proxies.client(request);
    }
}
