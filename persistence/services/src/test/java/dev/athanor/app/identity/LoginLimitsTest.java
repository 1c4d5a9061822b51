// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginLimitsTest {
    /** An I with a dot, an i without one, the sign for kelvin, a long s: some databases take them for plain letters. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "MIKE.S@EXAMPLE.ORG",
                "m\u0130ke.s@example.org",
                "m\u0131ke.s@example.org",
                "mi\u212ae.\u017f@example.org"
            })
    void anAccountIsTheSameHoweverItIsWritten(String email) {
        assertThat(LoginLimits.folded(email)).isEqualTo("mike.s@example.org");
    }
}
