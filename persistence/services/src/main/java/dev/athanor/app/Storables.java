// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

/**
 * Values that the database can keep, and that mean something here. Java knows more: years of nine digits, and numbers
 * whose text would not fit into memory.
 */
public final class Storables {
    private static final int DIGITS = 60;
    private static final int LAST_YEAR = 9999;
    private static final Duration LONGEST = Duration.ofDays(LAST_YEAR * 365L);

    private Storables() {}

    /**
     * The same, of the years 1 to 9999.
     *
     * @throws DateTimeException if it is of another
     */
    public static <T extends TemporalAccessor> T dated(T time) {
        int year = time.get(ChronoField.YEAR);
        if (year < 1 || year > LAST_YEAR) {
            throw new DateTimeException("the year " + year);
        }
        return time;
    }

    /**
     * The same, unless it is longer than all these years.
     *
     * @throws DateTimeException if it is
     */
    public static Duration lasting(Duration duration) {
        if (duration.compareTo(LONGEST) > 0 || duration.compareTo(LONGEST.negated()) < 0) {
            throw new DateTimeException("longer than " + LONGEST);
        }
        return duration;
    }

    /** Whether a number has no more digits than anything here is counted in. */
    public static boolean isCountable(BigDecimal number) {
        return Math.abs((long) number.scale()) <= DIGITS && number.precision() <= DIGITS;
    }
}
