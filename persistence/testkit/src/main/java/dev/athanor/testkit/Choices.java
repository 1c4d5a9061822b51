// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.math.BigInteger;
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

    /** Numbers that may count something. */
    private static final WholeNumbers<Integer> COUNTS =
            new WholeNumbers<>(Integer.class, BigInteger.ONE, BigInteger.valueOf(1_000), BigInteger::intValueExact);

    private final Random random;
    private final Set<Object> constants;
    private final Map<Domain<?>, List<?>> knownValues = new HashMap<>();
    private final Map<Domain<?>, List<?>> palettes = new HashMap<>();

    /**
     * Chooses by chance.
     *
     * @param constants what the methods compare with
     */
    Choices(Random random, Set<Object> constants, LocalDate today) {
        this.random = random;
        this.constants = new LinkedHashSet<>(constants);
        constants.forEach(
                constant -> COUNTS.from(constant).ifPresent(number -> this.constants.addAll(counted(number, today))));
    }

    /** A number may count years, days or characters. */
    private static List<Object> counted(int number, LocalDate today) {
        List<Object> counted = new ArrayList<>(Dates.counted(today, number));
        for (int length = number - 1; length <= number + 1; length++) {
            counted.add("x".repeat(length));
        }
        return counted;
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

    /** Values that the methods compare with, and those almost the same. */
    @SuppressWarnings("unchecked") // they are kept by their domains
    private <T> List<T> known(Domain<T> domain) {
        return (List<T>) knownValues.computeIfAbsent(domain, missing -> {
            List<T> known = new ArrayList<>();
            for (Object constant : constants) {
                domain.constant(constant).ifPresent(value -> {
                    known.add(value);
                    known.addAll(domain.near(value));
                });
            }
            return known;
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

        /** A value of an attribute, or null. */
        @Nullable
        Object value(Domain<?> domain, Limits limits, Settings.Hint hint) {
            if (hint.absent() || (limits.nullable() && chance(alike ? 12 : 8))) {
                return null;
            }
            return needed(domain, limits, hint);
        }

        /** A value of an attribute that has to have one. */
        Object needed(Domain<?> domain, Limits limits, Settings.Hint hint) {
            if (!hint.values().isEmpty() && (hint.only() || chance(35))) {
                return any(hint.values());
            }
            return fitted(domain, limits);
        }

        private <T> T fitted(Domain<T> domain, Limits limits) {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                Optional<T> fitted = domain.fitted(attempt == 0 && alike ? like(domain) : fresh(domain), limits);
                if (fitted.isPresent()) {
                    return fitted.get();
                }
            }
            return domain.distinct(below(PALETTE)).orElseThrow();
        }

        private <T> T like(Domain<T> domain) {
            T base = domain.type().cast(bases.computeIfAbsent(domain, missing -> any(palette(domain))));
            List<T> near = domain.near(base);
            int chance = below(100);
            if (chance < 50 || near.isEmpty()) {
                return chance < 85 ? base : fresh(domain);
            }
            return chance < 85 ? any(near) : fresh(domain);
        }

        private <T> T fresh(Domain<T> domain) {
            List<T> known = known(domain);
            if (!known.isEmpty() && chance(25)) {
                return any(known);
            }
            return chance(65) ? any(domain.notable()) : domain.random(random);
        }
    }
}
