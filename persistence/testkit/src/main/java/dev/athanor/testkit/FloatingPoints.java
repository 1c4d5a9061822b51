// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;

/** Floating-point numbers but for those that are none. */
final class FloatingPoints extends Domain<Double> {
    private static final double[] NOTABLE = {
        0.0,
        -0.0,
        1,
        -1,
        0.5,
        1.5,
        2.5,
        3.5,
        -0.5,
        -1.5,
        -2.5,
        0.25,
        0.05,
        0.15,
        0.005,
        1.005,
        2.675,
        -2.675,
        0.1,
        0.2,
        0.3,
        1.0 / 3,
        2.0 / 3,
        0.49999999999999994,
        100,
        99.995,
        1234.5678,
        -1234.5678,
        1e10,
        1e-10,
        1e15,
        123456789012.345
    };

    private final double least;
    private final double greatest;

    FloatingPoints(double least, double greatest) {
        super(Double.class);
        this.least = least;
        this.greatest = greatest;
    }

    @Override
    List<Double> notable() {
        return DoubleStream.concat(DoubleStream.of(NOTABLE), DoubleStream.of(greatest, -greatest, least))
                .boxed()
                .toList();
    }

    /** Every other one has few digits. */
    @Override
    Double random(Random random) {
        double value = random.nextGaussian() * Math.pow(10, random.nextInt(5));
        return random.nextBoolean() ? value : Math.rint(value * 100) / 100;
    }

    @Override
    List<Double> near(Double value) {
        return DoubleStream.of(value + 0.5, value - 0.5, value + 1, -value, Math.nextUp(value), Math.nextDown(value))
                .filter(near -> Math.abs(near) <= greatest)
                .boxed()
                .toList();
    }

    @Override
    Optional<Double> from(Object other) {
        return Decimals.of(other).map(Number::doubleValue).filter(value -> Math.abs(value) <= greatest);
    }

    @Override
    Optional<Double> distinct(int place) {
        return Optional.of(place + 0.5);
    }
}
