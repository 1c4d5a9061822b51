// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.security;

import dev.athanor.app.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** A secret to sign tokens with, and the name that tokens carry to tell it from others. */
final class TokenKey {
    private final Secret secret;

    private TokenKey(Secret secret) {
        this.secret = secret;
    }

    /** The key of a setting, which has to be a {@link Secret}. */
    static TokenKey of(String setting, String base64) {
        return new TokenKey(Secret.of(setting, base64));
    }

    byte[] secret() {
        return secret.bytes();
    }

    /** From a digest of the secret, which it does not give away. */
    String id() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.bytes());
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 6));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
