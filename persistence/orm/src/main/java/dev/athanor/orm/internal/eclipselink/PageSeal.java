// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes cursors of places in an order that nobody can read, change, or use for another order: by AES in Galois/Counter
 * mode, with the order as what has to be the same. Thread-safe.
 */
final class PageSeal {
    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private static final PageSeal OWN = made();

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    private PageSeal(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** By a key of any length, of which one of this cipher's is made. */
    static PageSeal of(byte[] secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("athanor page cursor".getBytes(StandardCharsets.UTF_8));
            return new PageSeal(digest.digest(secret));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * By a key that nobody else has, and that is gone when the server stops. It is one for all units: what a replica's
     * gave is opened by its primary's.
     */
    static PageSeal ofItsOwn() {
        return OWN;
    }

    private static PageSeal made() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return of(secret);
    }

    String sealed(PagePosition position, long order) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] secret = cipher(Cipher.ENCRYPT_MODE, nonce, order).doFinal(position.bytes());
            byte[] token = ByteBuffer.allocate(1 + NONCE + secret.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(secret)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    PagePosition opened(String cursor, long order) {
        try {
            byte[] token = Base64.getUrlDecoder().decode(cursor);
            if (token.length <= 1 + NONCE || token[0] != VERSION) {
                throw invalid(null);
            }
            byte[] nonce = Arrays.copyOfRange(token, 1, 1 + NONCE);
            return PagePosition.of(
                    cipher(Cipher.DECRYPT_MODE, nonce, order).doFinal(token, 1 + NONCE, token.length - 1 - NONCE));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw invalid(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, long order) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(
                ByteBuffer.allocate(1 + Long.BYTES).put(VERSION).putLong(order).flip());
        return cipher;
    }

    private static OrmException invalid(@Nullable Exception cause) {
        String message = "the cursor is not one that a page of a query of this order gave, or it was made with another"
                + " key; begin at the first page";
        return cause == null
                ? new OrmException(OrmError.CURSOR_INVALID, message)
                : new OrmException(OrmError.CURSOR_INVALID, message, cause);
    }
}
