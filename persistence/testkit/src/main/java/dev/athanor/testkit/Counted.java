// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a number may count: years or days from today, characters of a text. */
final class Counted {
    private static final int YEARS = 150;
    private static final int CHARACTERS = 1_000;

    private static final WholeNumbers<Integer> COUNTS =
            new WholeNumbers<>(Integer.class, BigInteger.ZERO, BigInteger.valueOf(100_000), BigInteger::intValueExact);

    private Counted() {}

    /** Values so far away or so long, and those next to them; none if it is no number that counts. */
    static List<Object> of(Object constant, LocalDate today) {
        return COUNTS.from(constant).map(number -> counted(number, today)).orElse(List.of());
    }

    private static List<Object> counted(int number, LocalDate today) {
        List<Object> counted = new ArrayList<>();
        for (int more = -1; more <= 1; more++) {
            counted.add(today.minusDays(number).plusDays(more));
            counted.add(today.plusDays(number).plusDays(more));
            if (number <= YEARS) {
                counted.add(today.minusYears(number).plusDays(more));
            }
            if (number <= CHARACTERS) {
                counted.add("x".repeat(Math.max(0, number + more)));
            }
        }
        return counted;
    }
}
