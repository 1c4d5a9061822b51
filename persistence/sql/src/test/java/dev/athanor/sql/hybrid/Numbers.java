// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.hybrid;

import dev.athanor.sql.hybrid.Samples.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Numbers that are hard to calculate with. */
final class Numbers {
    private static final List<Integer> EDGES =
            List.of(0, 1, -1, 2, -2, 7, -7, 10, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE + 1);

    private static final String EDGES_OF_DECIMALS = "0 0.00 0.00000000000000000000 1 1.0 -1.00 0.5 -0.5 1.5 2.5 -2.50"
            + " 100 0.05 0.005 -0.015 99.995 9999999999999999999999.99999";

    private Numbers() {}

    /** Extremes, and small and large ones. */
    static List<Integer> integers(Random random, int number) {
        List<Integer> integers = new ArrayList<>(EDGES);
        while (integers.size() < number) {
            integers.add(random.nextInt() >> random.nextInt(32));
        }
        return integers;
    }

    /** Extremes, and small and large ones. */
    static List<Long> longs(Random random, int number) {
        List<Long> longs = new ArrayList<>(List.of(Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE - 1));
        EDGES.forEach(edge -> longs.add(edge.longValue()));
        while (longs.size() < number) {
            longs.add(random.nextLong() >> random.nextInt(64));
        }
        return longs;
    }

    /** Halves, their neighbours, extremes, and any. */
    static List<Double> doubles(Random random, int number) {
        List<Double> doubles = new ArrayList<>(
                List.of(0.0, -0.0, 0.49999999999999994, 1e-320, Double.MIN_VALUE, 2251799813685249.5, 0x1p53));
        while (doubles.size() < number) {
            double half = (random.nextInt() >> random.nextInt(32)) + random.nextInt(3) * 0.5;
            doubles.addAll(List.of(half, Math.nextUp(half), Math.nextDown(half), random.nextGaussian() * 1e6));
            double any = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(any)) {
                doubles.add(any);
            }
        }
        return doubles;
    }

    /** Of scales from 0 to 20, many of them halves of some digit, many with zeros at the end. */
    static List<BigDecimal> decimals(Random random, int number) {
        List<BigDecimal> decimals = new ArrayList<>();
        for (String each : EDGES_OF_DECIMALS.split(" ", -1)) {
            decimals.add(new BigDecimal(each));
        }
        while (decimals.size() < number) {
            decimals.add(decimal(random));
        }
        return decimals;
    }

    private static BigDecimal decimal(Random random) {
        BigInteger digits = new BigInteger(1 + random.nextInt(80), random);
        BigInteger ending = BigInteger.TEN.pow(random.nextInt(6));
        BigInteger halved =
                random.nextBoolean() ? digits : digits.multiply(BigInteger.TEN).add(BigInteger.valueOf(5));
        BigDecimal decimal = new BigDecimal(halved.multiply(ending), random.nextInt(21));
        return random.nextBoolean() ? decimal : decimal.negate();
    }

    /** Dividends and divisors, whose quotient often ends at some digit, and often with a five. */
    static List<Values<BigDecimal, BigDecimal, BigDecimal>> divisions(Random random, int number) {
        List<Values<BigDecimal, BigDecimal, BigDecimal>> divisions = new ArrayList<>();
        while (divisions.size() < number) {
            BigDecimal quotient = new BigDecimal(BigInteger.valueOf(random.nextInt(20001) - 10000L), random.nextInt(8));
            BigDecimal divisor = random.nextBoolean() ? small(random) : decimal(random);
            if (divisor.signum() != 0) {
                divisions.add(new Values<>(quotient.multiply(divisor), divisor, null));
                divisions.add(new Values<>(decimal(random), divisor, null));
            }
        }
        return divisions;
    }

    private static BigDecimal small(Random random) {
        return new BigDecimal(BigInteger.valueOf(random.nextInt(2001) - 1000L), random.nextInt(4));
    }
}
