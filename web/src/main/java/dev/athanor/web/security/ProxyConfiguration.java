// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes {@link Proxies} from the configuration. */
@ApplicationScoped
class ProxyConfiguration {
    @Inject
    @ConfigProperty(name = "athanor.trusted.proxies")
    private Optional<List<String>> trusted;

    @Produces
    @Singleton
    Proxies proxies() {
        return new Proxies(trusted.orElseGet(List::of).stream().map(Network::of).toList());
    }
}
