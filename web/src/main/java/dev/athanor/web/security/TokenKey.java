// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.security;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A secret to sign tokens with, and the name that tokens carry to tell it from others. */
final class TokenKey {
    private static final int BYTES = 32;

    private final byte[] secret;

    private TokenKey(byte[] secret) {
        this.secret = secret;
    }

    /** The key of a setting: at least 32 bytes in Base64. The message of a failure does not repeat it. */
    static TokenKey of(String setting, String base64) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(setting + " is not Base64. " + advice(setting), e);
        }
        if (secret.length < BYTES) {
            throw new IllegalArgumentException(
                    setting + " holds " + secret.length + " bytes, which is too few. " + advice(setting));
        }
        return new TokenKey(secret);
    }

    static String advice(String setting) {
        return "Set " + setting + " to at least " + BYTES + " random bytes in Base64; \"openssl rand -base64 " + BYTES
                + "\" makes them.";
    }

    byte[] secret() {
        return secret.clone();
    }

    /** From a digest of the secret, which it does not give away. */
    String id() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 6));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
