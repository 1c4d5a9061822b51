// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Decimal numbers: halves of all places, and many digits. */
final class Decimals extends Domain<BigDecimal> {
    private static final List<BigDecimal> NOTABLE = Stream.of(
                    "0",
                    "1",
                    "-1",
                    "0.5",
                    "1.5",
                    "2.5",
                    "-0.5",
                    "-1.5",
                    "-2.5",
                    "0.05",
                    "0.15",
                    "0.25",
                    "-0.25",
                    "0.005",
                    "0.015",
                    "1.005",
                    "2.675",
                    "-2.675",
                    "10.125",
                    "0.125",
                    "0.01",
                    "-0.01",
                    "0.1",
                    "0.10",
                    "1.0",
                    "1.00",
                    "2",
                    "3",
                    "7",
                    "10",
                    "99.99",
                    "99.995",
                    "100",
                    "100.00",
                    "-100",
                    "1000",
                    "0.004",
                    "0.0049",
                    "0.3333333333",
                    "0.6666666667",
                    "12345.678",
                    "999999999.99",
                    "-999999999.995",
                    "12345678901234567890.123456789",
                    "0.000000001")
            .map(BigDecimal::new)
            .toList();

    Decimals() {
        super(BigDecimal.class);
    }

    @Override
    List<BigDecimal> notable() {
        return NOTABLE;
    }

    @Override
    BigDecimal random(Random random) {
        int digits = 1 + random.nextInt(9);
        int bound = BigInteger.TEN.pow(digits).intValue();
        return BigDecimal.valueOf(random.nextInt(bound) - bound / 2L, random.nextInt(5));
    }

    @Override
    List<BigDecimal> near(BigDecimal value) {
        List<BigDecimal> near = new ArrayList<>();
        for (String step : List.of("0.01", "0.005", "1")) {
            near.add(value.add(new BigDecimal(step)));
            near.add(value.subtract(new BigDecimal(step)));
        }
        near.add(value.negate());
        near.add(value.setScale(Math.max(value.scale(), 0) + 1, RoundingMode.UNNECESSARY));
        return near;
    }

    /** Rounded to its places, and without the digits in front that are too many. */
    @Override
    Optional<BigDecimal> fitted(BigDecimal value, Limits limits) {
        return Optional.of(limits.digits().map(digits -> fitted(value, digits)).orElse(value));
    }

    private static BigDecimal fitted(BigDecimal value, Limits.Digits digits) {
        BigDecimal bound = BigDecimal.TEN.pow(digits.precision() - digits.scale());
        BigDecimal rounded = value.setScale(digits.scale(), RoundingMode.HALF_UP);
        return rounded.abs().compareTo(bound) < 0 ? rounded : rounded.remainder(bound);
    }

    @Override
    Optional<BigDecimal> from(Object other) {
        return of(other);
    }

    /** Any number as a decimal; none if it is no finite number. */
    static Optional<BigDecimal> of(Object other) {
        if (other instanceof Double || other instanceof Float) {
            double value = ((Number) other).doubleValue();
            return Double.isFinite(value) ? Optional.of(new BigDecimal(other.toString())) : Optional.empty();
        }
        return other instanceof Number ? Optional.of(new BigDecimal(other.toString())) : Optional.empty();
    }

    @Override
    Optional<BigDecimal> distinct(int place) {
        return Optional.of(BigDecimal.valueOf(place + 1L));
    }
}
