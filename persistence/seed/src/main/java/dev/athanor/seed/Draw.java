// SPDX-License-Identifier: Apache-2.0
package dev.athanor.seed;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Chance that is the same every time: what is drawn for a row depends on the seed, on what the row is of, and on its
 * number, and on nothing that was drawn before. So a row can be known again where another refers to it. For one thread.
 */
final class Draw {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Java says for good which numbers it gives, as far as these methods go. */
    private final Random random;

    private Draw(long seed) {
        random = new Random(seed);
    }

    static Draw of(long seed, String what, long row) {
        return new Draw(mixed(mixed(seed + GOLDEN) ^ mixed(what.hashCode() * GOLDEN + row)));
    }

    /** Lets numbers that are near each other begin sequences that are not (the last step of SplitMix64). */
    private static long mixed(long number) {
        long first = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** One of the keys from 1 on; the small ones more often, as few are known to many. */
    long popular(long keys) {
        double share = random.nextDouble();
        return 1 + (long) (share * share * keys);
    }

    /** One of the keys from 1 on. */
    long any(long keys) {
        return 1 + (long) (random.nextDouble() * keys);
    }

    boolean in100(int times) {
        return random.nextInt(100) < times;
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Some seconds before, of so many days. */
    Instant before(Instant end, int days) {
        return end.minusSeconds((long) (random.nextDouble() * days * 86_400));
    }

    /** A moment from one to another. */
    Instant within(Instant start, Instant end) {
        return start.plusSeconds((long) (random.nextDouble() * (end.getEpochSecond() - start.getEpochSecond())));
    }

    /** Of the kind that is drawn at random (4). */
    UUID uuid() {
        long most = (random.nextLong() & ~0xF000L) | 0x4000L;
        long least = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | Long.MIN_VALUE;
        return new UUID(most, least);
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
