// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That it takes the same work to refuse a password whether there is a user or not. */
class PasswordHasherTest {
    private final Counted algorithm = new Counted();
    private final PasswordHasher hasher = new PasswordHasher(algorithm, 5000);

    @BeforeEach
    void starts() {
        hasher.initialize();
    }

    @Test
    void passwordsOfUsersAreVerified() {
        String hash = hasher.hash("correct horse");

        assertThat(hasher.verify("correct horse", Optional.of(hash))).isTrue();
        assertThat(hasher.verify("wrong horse", Optional.of(hash))).isFalse();
        assertThat(hasher.verify("correct horse", Optional.empty())).isFalse();
    }

    @Test
    void nobodyTakesAsMuchWorkAsSomebody() {
        String hash = hasher.hash("correct horse");
        algorithm.work.clear();

        hasher.verify("wrong horse", Optional.of(hash));
        hasher.verify("wrong horse", Optional.empty());

        assertThat(algorithm.work).containsExactly("verify 5000", "verify 5000");
    }

    @Test
    void nobodysPasswordIsNotEvenTheOneThatIsVerified() {
        assertThat(hasher.verify(algorithm.hashed.get(0), Optional.empty())).isFalse();
    }

    /** Says how much work it was asked to do; a hash is the work and the password. */
    private static final class Counted implements Pbkdf2PasswordHash {
        private final List<String> work = new ArrayList<>();
        private final List<String> hashed = new ArrayList<>();
        private String iterations = "";

        @Override
        public void initialize(Map<String, String> parameters) {
            iterations = Objects.requireNonNull(parameters.get("Pbkdf2PasswordHash.Iterations"));
        }

        @Override
        public String generate(char[] password) {
            work.add("generate " + iterations);
            hashed.add(String.valueOf(password));
            return iterations + ":" + String.valueOf(password);
        }

        @Override
        public boolean verify(char[] password, String hash) {
            String[] parts = hash.split(":", 2);
            work.add("verify " + parts[0]);
            return parts[1].equals(String.valueOf(password));
        }
    }
}
