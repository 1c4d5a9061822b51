// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses values. Of half the rows the values of one type are equal to each other or almost so, in the others they have
 * nothing to do with each other. For use by one thread.
 */
final class Choices {
    private static final int PALETTE = 10;
    private static final int ATTEMPTS = 20;

    private final Random random;
    private final Set<Object> constants;
    private final Set<Object> counted = new LinkedHashSet<>();
    private final Map<Domain<?>, List<?>> knownValues = new HashMap<>();
    private final Map<Domain<?>, List<?>> palettes = new HashMap<>();
    private final Map<Object, Integer> turns = new HashMap<>();

    /**
     * Chooses by chance.
     *
     * @param constants what the methods compare with
     */
    Choices(Random random, Set<Object> constants, LocalDate today) {
        this.random = random;
        this.constants = new LinkedHashSet<>(constants);
        constants.forEach(constant -> counted.addAll(Counted.of(constant, today)));
    }

    /** The values of a row. */
    Draw draw(boolean alike) {
        return new Draw(alike);
    }

    /** True so many times of a hundred. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Each of some values in turn, for one who asks again and again. */
    private <T> T next(Object asking, List<T> values) {
        int turn = turns.computeIfAbsent(asking, missing -> random.nextInt(values.size()));
        turns.put(asking, turn + 1);
        return values.get(turn % values.size());
    }

    /** Values that the methods compare with, those that they may count to, and those almost the same. */
    @SuppressWarnings("unchecked") // they are kept by their domains
    private <T> List<T> known(Domain<T> domain) {
        return (List<T>) knownValues.computeIfAbsent(domain, missing -> {
            Set<T> known = new LinkedHashSet<>();
            for (Object constant : constants) {
                domain.constant(constant).ifPresent(value -> {
                    known.add(value);
                    known.addAll(domain.near(value));
                });
            }
            counted.forEach(value -> domain.constant(value).ifPresent(known::add));
            return List.copyOf(known);
        });
    }

    /** Few values, of which many rows have one. */
    @SuppressWarnings("unchecked") // they are kept by their domains
    private <T> List<T> palette(Domain<T> domain) {
        return (List<T>) palettes.computeIfAbsent(domain, missing -> {
            List<T> palette = new ArrayList<>();
            for (int i = 0; i < PALETTE; i++) {
                List<T> known = known(domain);
                palette.add(i % 3 == 0 && !known.isEmpty() ? any(known) : any(domain.notable()));
            }
            return palette;
        });
    }

    /** The values of one row. */
    final class Draw {
        private final boolean alike;
        private final Map<Domain<?>, Object> bases = new HashMap<>();

        private Draw(boolean alike) {
            this.alike = alike;
        }

        /** A value of an attribute, or null: all that are notable in turn, for each attribute that asks. */
        @Nullable
        Object value(Object asking, Domain<?> domain, Limits limits, Settings.Hint hint) {
            if (hint.absent() || (limits.nullable() && chance(alike ? 12 : 8))) {
                return null;
            }
            return needed(asking, domain, limits, hint);
        }

        /** A value of an attribute that has to have one. */
        Object needed(Object asking, Domain<?> domain, Limits limits, Settings.Hint hint) {
            if (!hint.values().isEmpty() && (hint.only() || chance(35))) {
                return next(List.of(asking, "told"), hint.values());
            }
            return fitted(asking, domain, limits);
        }

        private <T> T fitted(Object asking, Domain<T> domain, Limits limits) {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Optional<T> fitted =
                        domain.fitted(attempt == 0 && alike ? like(asking, domain) : fresh(asking, domain), limits);
                if (fitted.isPresent()) {
                    return fitted.get();
                }
            }
            return domain.distinct(below(PALETTE)).orElseThrow();
        }

        private <T> T like(Object asking, Domain<T> domain) {
            T base = domain.type().cast(bases.computeIfAbsent(domain, missing -> any(palette(domain))));
            List<T> near = domain.near(base);
            int chance = below(100);
            if (chance < 50 || near.isEmpty()) {
                return chance < 85 ? base : fresh(asking, domain);
            }
            return chance < 85 ? any(near) : fresh(asking, domain);
        }

        private <T> T fresh(Object asking, Domain<T> domain) {
            List<T> known = known(domain);
            if (!known.isEmpty() && chance(35)) {
                return next(List.of(asking, "known"), known);
            }
            return chance(70) ? next(List.of(asking, "notable"), domain.notable()) : domain.random(random);
        }
    }
}
