// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The rows that a foreign key can refer to: to some nothing refers, to others much. For use by one thread. */
final class Parents {
    private final List<GeneratedRow> candidates;
    private final Choices choices;
    private final Set<GeneratedRow> taken = new HashSet<>();

    Parents(List<GeneratedRow> candidates, Choices choices) {
        this.candidates = shuffled(candidates, choices);
        this.choices = choices;
    }

    private static List<GeneratedRow> shuffled(List<GeneratedRow> rows, Choices choices) {
        List<GeneratedRow> shuffled = new ArrayList<>(rows);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            GeneratedRow other = shuffled.set(choices.below(i + 1), shuffled.get(i));
            shuffled.set(i, other);
        }
        return shuffled;
    }

    /** One that fits what the row has already; none if there is none. */
    Optional<GeneratedRow> choose(GeneratedRow row, ForeignKey key, boolean needed) {
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        for (int attempt = 0; attempt < candidates.size(); attempt++) {
            GeneratedRow candidate = candidates.get(place(attempt, key.unique()));
            if (fits(row, candidate, key)) {
                return Optional.of(candidate);
            }
        }
        return needed
                ? candidates.stream()
                        .filter(candidate -> matches(row, candidate, key))
                        .findFirst()
                : Optional.empty();
    }

    /** Most refer to few, some to others, none to the rest. */
    private int place(int attempt, boolean unique) {
        int size = candidates.size();
        int bound = unique || attempt > size / 2 ? size : Math.max(1, choices.chance(60) ? size / 5 : size * 3 / 5);
        return choices.below(bound);
    }

    /** Relations among entities of one kind have no cycles. */
    private boolean fits(GeneratedRow row, GeneratedRow candidate, ForeignKey key) {
        boolean earlier = !key.parent().includes(row.model()) || candidate.number() < row.number();
        return earlier && !(key.unique() && taken.contains(candidate)) && matches(row, candidate, key);
    }

    private static boolean matches(GeneratedRow row, GeneratedRow candidate, ForeignKey key) {
        for (int i = 0; i < key.columns().size(); i++) {
            Slot slot = key.columns().get(i);
            if (row.has(slot)
                    && !Objects.equals(
                            row.get(slot), candidate.get(key.referred().get(i)))) {
                return false;
            }
        }
        return true;
    }

    /** Nothing else refers to the row that this does, where only one may. */
    void take(GeneratedRow row, ForeignKey key) {
        if (!key.unique()) {
            return;
        }
        candidates.stream()
                .filter(candidate -> candidate.tuple(key.referred()).equals(row.tuple(key.columns())))
                .findFirst()
                .ifPresent(taken::add);
    }
}
