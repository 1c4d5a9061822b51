// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Few values, which are all known: constants of an enumeration, for one. */
final class FixedDomain<T> extends Domain<T> {
    private final List<T> values;

    FixedDomain(Class<T> type, List<T> values) {
        super(type);
        this.values = List.copyOf(values);
    }

    @Override
    List<T> notable() {
        return values;
    }

    @Override
    T random(Random random) {
        return values.get(random.nextInt(values.size()));
    }

    @Override
    Optional<T> distinct(int place) {
        return place < values.size() ? Optional.of(values.get(place)) : Optional.empty();
    }
}
