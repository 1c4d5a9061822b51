// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The values of a type: those at which methods go wrong, and others. Immutable and thread-safe.
 *
 * @param <T> the type
 */
abstract class Domain<T> {
    private static final int TYPICAL = 8;

    private final Class<T> type;

    Domain(Class<T> type) {
        this.type = type;
    }

    final Class<T> type() {
        return type;
    }

    /** Values at which methods go wrong. */
    abstract List<T> notable();

    /** A few of these, of all kinds: what methods are called with. */
    List<T> typical() {
        List<T> notable = notable();
        return IntStream.range(0, Math.min(TYPICAL, notable.size()))
                .mapToObj(i -> notable.get(i * notable.size() / Math.min(TYPICAL, notable.size())))
                .toList();
    }

    /** Any value. */
    abstract T random(Random random);

    /** Values that are almost the same. */
    List<T> near(T value) {
        return List.of();
    }

    /** The value as a column of these limits can have it; none if it cannot. */
    Optional<T> fitted(T value, Limits limits) {
        return Optional.of(value);
    }

    /** A value of another type as one of this; none if it cannot be. */
    Optional<T> from(Object other) {
        return type.isInstance(other) ? Optional.of(type.cast(other)) : Optional.empty();
    }

    /** What a method compares with as a value of this; none if it cannot be, or would have no meaning. */
    Optional<T> constant(Object compared) {
        return from(compared);
    }

    /** One of a series of values that are all different; none if there are not so many. */
    abstract Optional<T> distinct(int place);
}
