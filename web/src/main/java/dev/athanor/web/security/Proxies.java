// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The proxies in front of this server that are believed what they say of clients ({@code X-Forwarded-For},
 * {@code X-Forwarded-Proto}). Of others these headers mean nothing, as anybody can send them. Immutable.
 */
class Proxies {
    private static final String FOR = "X-Forwarded-For";
    private static final String PROTOCOL = "X-Forwarded-Proto";

    private final List<Network> trusted;

    Proxies(List<Network> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /** Where a request comes from, as far as requests from there are one client's. */
    String client(HttpServletRequest request) {
        return client(request.getRemoteAddr(), Collections.list(request.getHeaders(FOR)));
    }

    /** Each proxy adds at the end whom it has talked to; the last who is none of ours is the client. */
    String client(String remote, List<String> forwarded) {
        String client = remote;
        List<String> hops = List.of(String.join(",", forwarded).split(","));
        for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
            Optional<InetAddress> hop = address(hops.get(i).strip());
            if (hop.isEmpty()) {
                break;
            }
            client = hop.get().getHostAddress();
        }
        return address(client).map(Network::ofClient).orElse(client);
    }

    /** Whether the client talks by TLS, to this server or to a proxy of ours. */
    boolean isSecure(HttpServletRequest request) {
        return request.isSecure() || endsTls(request.getRemoteAddr(), Optional.ofNullable(request.getHeader(PROTOCOL)));
    }

    /** Whether somebody who is believed says that the client talks by TLS. */
    boolean endsTls(String remote, Optional<String> protocol) {
        return isTrusted(remote) && protocol.filter("https"::equalsIgnoreCase).isPresent();
    }

    private boolean isTrusted(String address) {
        return address(address)
                .filter(known -> trusted.stream().anyMatch(network -> network.contains(known)))
                .isPresent();
    }

    /** Some proxies add the port: {@code 192.0.2.7:4711}, {@code [2001:db8::1]:4711}. */
    private static Optional<InetAddress> address(String text) {
        String bare = text.replaceFirst("^\\[(.*)](?::\\d+)?$", "$1");
        return Network.address(bare.replaceFirst("^([\\d.]+):\\d+$", "$1").replaceFirst("%.*", ""));
    }
}
