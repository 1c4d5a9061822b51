// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.EntityTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a contract was told.
 *
 * @param rows how many rows to make
 * @param seed what the rows depend on
 * @param depth how many relations to follow
 * @param calls the arguments of hybrids, by their names
 * @param hints what is said about attributes, by their names
 * @param including tables of subclasses
 * @param surrogates whether texts have characters that are two to Java
 */
record Settings(
        int rows,
        long seed,
        int depth,
        Map<String, List<List<@Nullable Object>>> calls,
        Map<String, Hint> hints,
        List<EntityTable<?>> including,
        boolean surrogates) {
    static final Settings DEFAULT = new Settings(1_000, 1, 2, Map.of(), Map.of(), List.of(), true);

    Settings rows(int changed) {
        return new Settings(changed, seed, depth, calls, hints, including, surrogates);
    }

    Settings seed(long changed) {
        return new Settings(rows, changed, depth, calls, hints, including, surrogates);
    }

    Settings depth(int changed) {
        return new Settings(rows, seed, changed, calls, hints, including, surrogates);
    }

    Settings call(String hybrid, List<@Nullable Object> arguments) {
        Map<String, List<List<@Nullable Object>>> changed = new LinkedHashMap<>(calls);
        List<List<@Nullable Object>> some = new ArrayList<>(calls.getOrDefault(hybrid, List.of()));
        some.add(arguments);
        changed.put(hybrid, some);
        return new Settings(rows, seed, depth, changed, hints, including, surrogates);
    }

    Settings hint(String attribute, Function<Hint, Hint> change) {
        Map<String, Hint> changed = new LinkedHashMap<>(hints);
        changed.put(attribute, change.apply(hints.getOrDefault(attribute, Hint.NONE)));
        return new Settings(rows, seed, depth, calls, changed, including, surrogates);
    }

    Settings including(EntityTable<?> table) {
        List<EntityTable<?>> changed = new ArrayList<>(including);
        changed.add(table);
        return new Settings(rows, seed, depth, calls, hints, changed, surrogates);
    }

    Settings withoutSurrogates() {
        return new Settings(rows, seed, depth, calls, hints, including, false);
    }

    /** What is said about an attribute: by its path, or by that after the name of a class that has it. */
    Hint hint(Class<?> type, boolean root, String path) {
        return names(type, root, path)
                .map(hints::get)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(Hint.NONE);
    }

    /** The names by which something may be said about an attribute. */
    static Stream<String> names(Class<?> type, boolean root, String path) {
        Stream<String> byClass = Property.levels(type).stream().map(level -> level.getSimpleName() + "." + path);
        return root ? Stream.concat(Stream.of(path), byClass) : byClass;
    }

    /**
     * What is said about an attribute.
     *
     * @param values values that it has
     * @param only whether it has no others
     * @param absent whether it has none at all
     * @param reading what makes it of the text of JSON
     */
    record Hint(List<Object> values, boolean only, boolean absent, Optional<Function<String, ?>> reading) {
        static final Hint NONE = new Hint(List.of(), false, false, Optional.empty());

        Hint {
            values = List.copyOf(values);
        }

        Hint values(List<Object> more, boolean andNoOthers) {
            List<Object> all = new ArrayList<>(values);
            all.addAll(more);
            return new Hint(all, only || andNoOthers, absent, reading);
        }

        Hint without() {
            return new Hint(values, only, true, reading);
        }

        Hint reading(Function<String, ?> mapping) {
            return new Hint(values, only, absent, Optional.of(mapping));
        }
    }
}
