// SPDX-License-Identifier: Apache-2.0
package dev.athanor.seed;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The password of all demo users, which everybody may know. It is hashed once, as slowly as any other, and all have the
 * same hash: its salt is drawn, so that it is the same every time.
 */
final class DemoPassword {
    /** It. */
    static final String TEXT = "correct horse";

    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int ITERATIONS = 210_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    private DemoPassword() {}

    /** Its hash, as Jakarta Security's {@code Pbkdf2PasswordHash} writes it. */
    static String hash(long seed) {
        byte[] salt = Draw.of(seed, "salt", 0).bytes(SALT_BYTES);
        Base64.Encoder text = Base64.getEncoder();
        try {
            byte[] hash = SecretKeyFactory.getInstance(ALGORITHM)
                    .generateSecret(new PBEKeySpec(TEXT.toCharArray(), salt, ITERATIONS, HASH_BITS))
                    .getEncoded();
            return ALGORITHM + ":" + ITERATIONS + ":" + text.encodeToString(salt) + ":" + text.encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new SeedFailure("This Java has no " + ALGORITHM + ".", e);
        }
    }
}
