// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.bulk;

import java.math.BigDecimal;

/**
 * Numbers of decimal digits as PostgreSQL keeps them: digits of base 10,000, of which the point is between two. What
 * its function {@code numeric_recv} reads.
 */
final class Decimals {
    private static final int BASE = 10_000;
    private static final int IN_BASE = 4;
    private static final int MOST_DIGITS = 15;
    private static final int NEGATIVE = 0x4000;
    private static final int[] POWERS = {1, 10, 100, 1_000};
    private static final int OTHER_NUMBERS = 4;

    private Decimals() {}

    /** Whether its digits, and the zeros that fill the last digit of the base, are a long. */
    static boolean areFew(BigDecimal number) {
        return number.scale() >= 0 && number.scale() <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
    }

    /** Its length and its bytes. */
    static void write(BigDecimal number, CopyBuffer buffer) {
        int scale = number.scale();
        int after = (scale + IN_BASE - 1) / IN_BASE;
        long unscaled = number.scaleByPowerOfTen(scale).longValue();
        long digits = Math.abs(unscaled) * POWERS[after * IN_BASE - scale];
        int count = 0;
        long greatest = 1;
        for (long rest = digits; rest > 0; rest /= BASE) {
            greatest = count == 0 ? 1 : greatest * BASE;
            count++;
        }
        buffer.addInt((OTHER_NUMBERS + count) * Short.BYTES);
        buffer.addShort(count);
        buffer.addShort(count - after - 1);
        buffer.addShort(unscaled < 0 ? NEGATIVE : 0);
        buffer.addShort(scale);
        for (long place = greatest; count > 0; place /= BASE) {
            buffer.addShort((int) (digits / place % BASE));
            count--;
        }
    }
}
