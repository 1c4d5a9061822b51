// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.insight;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The values of the keys that were used last, so many at most. Thread-safe. */
final class Recent<K, V> {
    private static final float LOAD = 0.75f;

    private final Map<K, V> values;

    Recent(int most) {
        values = new LinkedHashMap<>(16, LOAD, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    synchronized V get(K key, Supplier<V> first) {
        return values.computeIfAbsent(key, missing -> first.get());
    }

    synchronized Map<K, V> copy() {
        return new LinkedHashMap<>(values);
    }
}
