// SPDX-License-Identifier: Apache-2.0
package dev.athanor.seed;

import java.time.Instant;

/**
 * Transfers one after the other, which know what is on each account: first the bank gives something to each, then they
 * give to each other what they have. The same ones each time it is gone through. For one thread.
 */
final class Bookings {
    /** The key of the account that may be overdrawn. */
    static final int BANK = 1;

    private static final int TRANSFERS_OF_AN_ACCOUNT = 10;
    private static final int YEAR = 365 * 86_400;
    private static final long STARTS_WITH = 100_000;
    private static final int MOST = 30_000;

    private final Writing writing;
    private final long[] balances;

    /** One of them. */
    record Booking(long number, int from, int to, long cents, String reference, Instant when) {}

    Bookings(Writing writing) {
        this.writing = writing;
        this.balances = new long[2 + Math.max(2, writing.sizes().transfers() / TRANSFERS_OF_AN_ACCOUNT)];
    }

    /** How many there are, with the bank's. */
    int accounts() {
        return balances.length - 1;
    }

    /** When all accounts were opened. */
    Instant begin() {
        return writing.until().minusSeconds(YEAR);
    }

    /** Goes through all, and gives what is left at the end, by the keys of accounts. */
    long[] balances() {
        for (int number = 1; number <= writing.sizes().transfers(); number++) {
            next(number);
        }
        return balances.clone();
    }

    /** The next one, which has this number. */
    Booking next(long number) {
        Booking booking = number < accounts() ? gift(number) : transfer(number);
        balances[booking.from()] -= booking.cents();
        balances[booking.to()] += booking.cents();
        return booking;
    }

    private Booking gift(long number) {
        long cents = STARTS_WITH + writing.draw("gift", number).below((int) STARTS_WITH);
        return new Booking(number, BANK, (int) number + 1, cents, "A start", when(number));
    }

    /** Whoever has nothing is given something by the bank instead. */
    private Booking transfer(long number) {
        Draw draw = writing.draw("transfer", number);
        int customers = accounts() - 1;
        int from = draw.below(customers);
        int to = (from + 1 + draw.below(customers - 1)) % customers;
        long cents = Math.min(balances[from + 2], draw.between(100, MOST));
        String reference = "For " + draw.of(Words.TAGS);
        return cents > 0
                ? new Booking(number, from + 2, to + 2, cents, reference, when(number))
                : new Booking(number, BANK, from + 2, STARTS_WITH, reference, when(number));
    }

    /** In the order in which they are booked. */
    private Instant when(long number) {
        return begin().plusSeconds(
                        (long) ((double) YEAR * number / (writing.sizes().transfers() + 1)));
    }
}
