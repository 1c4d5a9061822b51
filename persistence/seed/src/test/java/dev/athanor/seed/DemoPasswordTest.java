// SPDX-License-Identifier: Apache-2.0
package dev.athanor.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;

/** AccountsIT logs in by the same hash. */
class DemoPasswordTest {
    @Test
    void theHashIsTheOneThatTheServerKnowsThePasswordBy() throws Exception {
        String[] parts = DemoPassword.hash(1).split(":", -1);

        byte[] hash = SecretKeyFactory.getInstance(parts[0])
                .generateSecret(new PBEKeySpec(
                        "correct horse".toCharArray(),
                        Base64.getDecoder().decode(parts[2]),
                        Integer.parseInt(parts[1]),
                        256))
                .getEncoded();
        assertThat(parts[0]).isEqualTo("PBKDF2WithHmacSHA512");
        assertThat(Integer.parseInt(parts[1])).isGreaterThanOrEqualTo(210_000);
        assertThat(Base64.getDecoder().decode(parts[3])).isEqualTo(hash);
        assertThat(DemoPassword.hash(1))
                .isEqualTo("PBKDF2WithHmacSHA512:210000:SSGH5y6MmoUcuZwEB82jtw==:"
                        + "WAZNaUCfXd3zSogd9cHIZEkdbzP0IMPp5IupfjLGuJE=")
                .isNotEqualTo(DemoPassword.hash(2));
    }
}
