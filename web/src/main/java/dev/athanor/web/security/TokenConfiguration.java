// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.security;

import dev.athanor.app.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes {@link Tokens} from the configuration; the application does not start without a key. */
@ApplicationScoped
class TokenConfiguration {
    private static final String KEY = "ATHANOR_JWT_KEY";

    @Inject
    @ConfigProperty(name = "athanor.jwt.key")
    private Optional<String> key;

    /** The key before this one, while its tokens are still about. */
    @Inject
    @ConfigProperty(name = "athanor.jwt.previous.key")
    private Optional<String> previousKey;

    @Inject
    @ConfigProperty(name = "athanor.jwt.lifetime", defaultValue = "PT24H")
    private Duration lifetime;

    @Produces
    @Singleton
    Tokens tokens() {
        List<TokenKey> keys = new ArrayList<>();
        keys.add(TokenKey.of(KEY, key.orElseThrow(() -> new IllegalStateException(Secret.advice(KEY)))));
        previousKey
                .map(previous -> TokenKey.of("ATHANOR_JWT_PREVIOUS_KEY", previous))
                .ifPresent(keys::add);
        return new Tokens(keys, lifetime, Clock.systemUTC());
    }

    void checkedAtStart(@Observes @Initialized(ApplicationScoped.class) Object start, Tokens tokens) {
        tokens.issue(0, 0, Set.of());
    }
}
