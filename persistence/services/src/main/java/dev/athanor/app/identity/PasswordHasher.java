// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Hashes passwords, slowly on purpose. A hash names its algorithm and iterations, so that these may be raised later
 * without losing those stored.
 */
@ApplicationScoped
class PasswordHasher {
    private final Pbkdf2PasswordHash algorithm;
    private final int iterations;

    /** Of no password at all. */
    private String nobodys = "";

    @Inject
    PasswordHasher(
            Pbkdf2PasswordHash algorithm,
            @ConfigProperty(name = "athanor.password.iterations", defaultValue = "210000") int iterations) {
        this.algorithm = algorithm;
        this.iterations = iterations;
    }

    /** For the proxy. */
    @SuppressWarnings("NullAway")
    protected PasswordHasher() {
        this(null, 0);
    }

    @PostConstruct
    void initialize() {
        algorithm.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
                "Pbkdf2PasswordHash.Iterations", String.valueOf(iterations),
                "Pbkdf2PasswordHash.SaltSizeBytes", "16"));
        nobodys = hash(UUID.randomUUID().toString());
    }

    String hash(String password) {
        return algorithm.generate(password.toCharArray());
    }

    /** Whether it is the password of a hash. Without a hash it is not, which is told as late. */
    boolean verify(String password, Optional<String> hash) {
        return algorithm.verify(password.toCharArray(), hash.orElse(nobodys)) && hash.isPresent();
    }
}
