// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import java.nio.charset.StandardCharsets;

/**
 * Aliases that are made of others: of so many bytes as PostgreSQL keeps, and different where what they are made of is.
 */
final class Aliases {
    private static final int MOST_BYTES = 63;
    private static final int HASH_DIGITS = 16;

    private Aliases() {}

    static String of(String owner, char separator, String name) {
        String alias = owner + separator + name;
        return alias.length() <= MOST_BYTES / 3 || bytes(alias) <= MOST_BYTES ? alias : shortened(alias);
    }

    private static String shortened(String alias) {
        int end = alias.length();
        while (bytes(alias.substring(0, end)) > MOST_BYTES - HASH_DIGITS - 1) {
            end = alias.offsetByCodePoints(end, -1);
        }
        return alias.substring(0, end) + "~" + String.format("%016x", hash(alias));
    }

    private static int bytes(String alias) {
        return alias.getBytes(StandardCharsets.UTF_8).length;
    }

    /** FNV-1a of 64 bits: the same in every run, and hardly ever the same for two. */
    private static long hash(String alias) {
        long hash = 0xCBF29CE484222325L;
        for (byte part : alias.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (part & 0xFF)) * 0x100000001B3L;
        }
        return hash;
    }
}
