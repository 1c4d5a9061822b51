// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Whole numbers between two. */
final class WholeNumbers<N extends Number> extends Domain<N> {
    private static final long[] SMALL = {0, 1, -1, 2, 3, 5, 7, 10, 12, -2, -7, -10, 25, 99, 100, -100, 365, 1_000};

    private static final long[] TYPICAL = {1, 0, -1, 2, 10, 18, 100};

    private final BigInteger least;
    private final BigInteger greatest;
    private final Function<BigInteger, N> number;

    WholeNumbers(Class<N> type, BigInteger least, BigInteger greatest, Function<BigInteger, N> number) {
        super(type);
        this.least = least;
        this.greatest = greatest;
        this.number = number;
    }

    @Override
    List<N> notable() {
        Stream<BigInteger> extremes =
                Stream.of(least, greatest, least.add(BigInteger.ONE), greatest.subtract(BigInteger.ONE));
        return some(Stream.concat(LongStream.of(SMALL).mapToObj(BigInteger::valueOf), extremes));
    }

    private List<N> some(Stream<BigInteger> numbers) {
        return numbers.filter(this::within).map(number).distinct().toList();
    }

    private boolean within(BigInteger value) {
        return value.compareTo(least) >= 0 && value.compareTo(greatest) <= 0;
    }

    @Override
    List<N> typical() {
        return some(Stream.concat(LongStream.of(TYPICAL).mapToObj(BigInteger::valueOf), Stream.of(greatest)));
    }

    @Override
    N random(Random random) {
        int bound = List.of(10, 100, 10_000, 1_000_000).get(random.nextInt(4));
        BigInteger value = BigInteger.valueOf(random.nextInt(2 * bound) - (long) bound);
        return number.apply(within(value) ? value : BigInteger.valueOf(random.nextInt(100)));
    }

    @Override
    List<N> near(N value) {
        BigInteger whole = new BigInteger(value.toString());
        return some(Stream.of(whole.add(BigInteger.ONE), whole.subtract(BigInteger.ONE), whole.negate()));
    }

    @Override
    Optional<N> from(Object other) {
        return Decimals.of(other)
                .filter(WholeNumbers::isWhole)
                .map(BigDecimal::toBigInteger)
                .filter(this::within)
                .map(number);
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }

    @Override
    Optional<N> fitted(N value, Limits limits) {
        return limits.digits().isPresent() && value instanceof BigInteger
                ? Optional.of(value)
                        .filter(number ->
                                digits(number) <= limits.digits().get().whole())
                : Optional.of(value);
    }

    private static int digits(Number value) {
        return new BigInteger(value.toString()).abs().toString().length();
    }

    @Override
    Optional<N> distinct(int place) {
        return Optional.of(BigInteger.valueOf(place + 1L)).filter(this::within).map(number);
    }
}
