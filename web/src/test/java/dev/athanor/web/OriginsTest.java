// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
    private static final String FRONT = "https://front.example.org";

    private final Origins origins = new Origins(Set.of(FRONT, "http://localhost:3000"));

    @Test
    void pagesOfTheNamedOnesMayCall() {
        assertThat(origins.areAll()).isFalse();
        assertThat(origins.allowed(Optional.of(FRONT))).hasValue(FRONT);
        assertThat(origins.allowed(Optional.of("http://localhost:3000"))).hasValue("http://localhost:3000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://front.example.org",
                "https://front.example.org:8443",
                "https://front.example.org.evil.example",
                "https://evil.example/https://front.example.org",
                "https://other.example.org",
                "null",
                "*",
                ""
            })
    void pagesOfOthersMayNot(String other) {
        assertThat(origins.allowed(Optional.of(other))).isEmpty();
        assertThat(origins.allowed(Optional.empty())).isEmpty();
    }

    /** None is told by name: what may be read by all pages has no credentials. */
    @Test
    void allMayCallIfThatIsSaid() {
        Origins all = new Origins(Set.of("*"));

        assertThat(all.areAll()).isTrue();
        assertThat(all.allowed(Optional.of(FRONT))).hasValue("*");
        assertThat(all.allowed(Optional.empty())).hasValue("*");
    }
}
