// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/** Values that are made of those of another type, and those of them. */
final class MappedDomain<T, U> extends Domain<T> {
    private final Domain<U> of;
    private final Function<U, T> to;
    private final Function<T, U> back;

    MappedDomain(Class<T> type, Domain<U> of, Function<U, T> to, Function<T, U> back) {
        super(type);
        this.of = of;
        this.to = to;
        this.back = back;
    }

    @Override
    List<T> notable() {
        return of.notable().stream().map(to).distinct().toList();
    }

    @Override
    T random(Random random) {
        return to.apply(of.random(random));
    }

    @Override
    List<T> near(T value) {
        return of.near(back.apply(value)).stream().map(to).toList();
    }

    @Override
    Optional<T> fitted(T value, Limits limits) {
        return of.fitted(back.apply(value), limits).map(fitted -> value);
    }

    @Override
    Optional<T> distinct(int place) {
        return of.distinct(place).map(to);
    }

    @Override
    Optional<T> from(Object other) {
        return super.from(other).or(() -> of.from(other).map(to));
    }
}
