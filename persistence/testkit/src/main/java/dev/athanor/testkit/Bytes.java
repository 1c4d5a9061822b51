// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Bytes. */
final class Bytes extends Domain<byte[]> {
    Bytes() {
        super(byte[].class);
    }

    @Override
    List<byte[]> notable() {
        return List.of(new byte[0], new byte[1], new byte[] {-1}, new byte[] {0, 1, 2}, new byte[1_000], text("Ann"));
    }

    @Override
    byte[] random(Random random) {
        byte[] bytes = new byte[random.nextInt(40)];
        random.nextBytes(bytes);
        return bytes;
    }

    @Override
    Optional<byte[]> distinct(int place) {
        return Optional.of(text(Integer.toString(place)));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
