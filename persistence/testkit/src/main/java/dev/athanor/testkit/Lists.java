// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Lists of values of one type: none, one, equal ones, several. */
final class Lists<E> extends Domain<List<E>> {
    private final Domain<E> elements;

    Lists(Class<List<E>> type, Domain<E> elements) {
        super(type);
        this.elements = elements;
    }

    @Override
    List<List<E>> notable() {
        List<E> some = elements.notable();
        E first = some.get(0);
        E last = some.get(some.size() - 1);
        return List.of(List.of(), List.of(first), List.of(last), List.of(first, first), List.of(last, first), some);
    }

    @Override
    List<E> random(Random random) {
        List<E> list = new ArrayList<>();
        int size = random.nextInt(5);
        for (int i = 0; i < size; i++) {
            List<E> some = elements.notable();
            list.add(random.nextBoolean() ? some.get(random.nextInt(some.size())) : elements.random(random));
        }
        return Collections.unmodifiableList(list);
    }

    @Override
    List<List<E>> near(List<E> value) {
        if (value.isEmpty()) {
            return List.of(List.of(elements.notable().get(0)));
        }
        List<E> reversed = new ArrayList<>(value);
        Collections.reverse(reversed);
        return List.of(value.subList(1, value.size()), Collections.unmodifiableList(reversed));
    }

    @Override
    Optional<List<E>> distinct(int place) {
        return elements.distinct(place).map(List::of);
    }
}
