// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What becomes of the constraints, or the indexes, of a table: they stay, get another name, or go and come.
 *
 * @param <T> constraints or indexes
 */
final class Parts<T> {
    private final List<T> kept = new ArrayList<>();
    private final Map<T, T> renamed = new LinkedHashMap<>();
    private final List<T> removed = new ArrayList<>();
    private final List<T> added = new ArrayList<>();

    /**
     * Compares.
     *
     * @param oldNames all names of the table's parts, which a part cannot be renamed to
     */
    Parts(List<T> old, List<T> wanted, Function<T, String> name, BiFunction<T, String, T> named, Set<String> oldNames) {
        List<T> candidates = new ArrayList<>();
        for (T part : old) {
            if (wanted.contains(part)) {
                kept.add(part);
            } else {
                candidates.add(part);
            }
        }
        for (T part : wanted) {
            if (kept.contains(part)) {
                continue;
            }
            candidates.stream()
                    .filter(one ->
                            named.apply(one, name.apply(part)).equals(part) && !oldNames.contains(name.apply(part)))
                    .findFirst()
                    .ifPresentOrElse(
                            one -> {
                                candidates.remove(one);
                                renamed.put(one, part);
                            },
                            () -> added.add(part));
        }
        removed.addAll(candidates);
    }

    /** Lets go and come what would stay. */
    void force(Predicate<T> forced) {
        for (T part : List.copyOf(kept)) {
            if (forced.test(part)) {
                kept.remove(part);
                removed.add(part);
                added.add(part);
            }
        }
        for (Map.Entry<T, T> pair : List.copyOf(renamed.entrySet())) {
            if (forced.test(pair.getKey())) {
                renamed.remove(pair.getKey());
                removed.add(pair.getKey());
                added.add(pair.getValue());
            }
        }
    }

    /** Those that are there after what goes has gone, and before what comes has come. */
    List<T> kept() {
        List<T> all = new ArrayList<>(kept);
        all.addAll(renamed.values());
        return all;
    }

    Map<T, T> renamed() {
        return renamed;
    }

    List<T> removed() {
        return removed;
    }

    List<T> added() {
        return added;
    }

    List<T> changed() {
        List<T> all = new ArrayList<>(removed);
        all.addAll(added);
        return all;
    }
}
