// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SecretTest {
    private final Secret secret = Secret.of("KEY", base64(32, 7));

    private static String base64(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** By another implementation: {@code openssl dgst -sha256 -mac HMAC -macopt hexkey:0707…}. */
    @Test
    void aDerivedKeyIsAHashOfItsUseByTheSecret() {
        assertThat(HexFormat.of().formatHex(secret.derived("athanor cursors")))
                .isEqualTo("a50e4f28447b5ca5a1958378e73e47b6adf12493d95f126ff801fe700c8eff43");
    }

    @Test
    void eachUseAndEachSecretHasAKeyOfItsOwn() {
        byte[] key = secret.derived("cursors");

        assertThat(key).hasSize(32).isNotEqualTo(secret.bytes());
        assertThat(Secret.of("KEY", base64(32, 7)).derived("cursors")).isEqualTo(key);
        assertThat(secret.derived("tokens")).isNotEqualTo(key);
        assertThat(Secret.of("KEY", base64(32, 8)).derived("cursors")).isNotEqualTo(key);
        assertThat(Secret.of("KEY", base64(33, 7)).derived("cursors")).isNotEqualTo(key);
    }

    @Test
    void whatIsTooShortOrNotBase64IsRefusedWithoutRepeatingIt() {
        String weak = base64(31, 7);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secret.of("KEY", weak))
                .withMessageContainingAll("KEY holds 31 bytes", "openssl rand -base64 32")
                .withMessageNotContaining(weak);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secret.of("KEY", "not base64!"))
                .withMessageContaining("KEY is not Base64")
                .withMessageNotContaining("not base64!");
    }

    @Test
    void whoHasTheBytesCannotChangeTheSecret() {
        byte[] key = secret.derived("cursors");

        Arrays.fill(secret.bytes(), (byte) 0);

        assertThat(secret.derived("cursors")).isEqualTo(key);
    }
}
