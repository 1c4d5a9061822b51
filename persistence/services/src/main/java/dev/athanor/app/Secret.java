// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Random bytes of the configuration, that keys are made of. Thread-safe.
 *
 * <pre>{@code Secret.of("ATHANOR_JWT_KEY", text).derived("athanor cursors")}</pre>
 */
public final class Secret {
    private static final int BYTES = 32;
    private static final String MAC = "HmacSHA256";

    private final byte[] bytes;

    private Secret(byte[] bytes) {
        this.bytes = bytes;
    }

    /** That of a setting: at least 32 bytes in Base64. The message of a failure does not repeat it. */
    public static Secret of(String setting, String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + " is not Base64. " + advice(setting), e);
        }
        if (bytes.length < BYTES) {
            throw new IllegalArgumentException(
                    setting + " holds " + bytes.length + " bytes, which is too few. " + advice(setting));
        }
        return new Secret(bytes);
    }

    /** What to do about a setting that is missing, or not as it has to be. */
    public static String advice(String setting) {
        return "Set " + setting + " to at least " + BYTES + " random bytes in Base64; \"openssl rand -base64 " + BYTES
                + "\" makes them.";
    }

    /** The bytes themselves. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** A key for one use, of 32 bytes, which gives away neither this secret nor the key for any other use. */
    public byte[] derived(String use) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(bytes, MAC));
            return mac.doFinal(use.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + MAC, e);
        }
    }
}
