// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleBiFunction;

/**
 * For each that is gone, the new ones that it may have become: first the one by which all together are most alike, then
 * the others. For one use.
 *
 * @param <T> tables or columns
 */
final class Candidates<T> {
    private final List<T> gone;
    private final List<T> added;
    private final double[][] likeness;
    private final int[] best;

    Candidates(List<T> gone, List<T> added, ToDoubleBiFunction<T, T> measure) {
        this.gone = gone;
        this.added = added;
        this.likeness = new double[gone.size()][added.size()];
        for (int i = 0; i < gone.size(); i++) {
            for (int j = 0; j < added.size(); j++) {
                double alike = measure.applyAsDouble(gone.get(i), added.get(j));
                likeness[i][j] = alike < Likeness.ENOUGH ? 0 : alike;
            }
        }
        this.best = gone.isEmpty() || added.isEmpty() ? new int[0] : Assignment.best(likeness, added.size());
    }

    /** Those of each that has any, in the order of what is gone. */
    List<List<Candidate<T>>> all() {
        List<List<Candidate<T>>> all = new ArrayList<>();
        for (int i = 0; i < gone.size(); i++) {
            List<Candidate<T>> some = of(i);
            if (!some.isEmpty()) {
                all.add(some);
            }
        }
        return all;
    }

    private List<Candidate<T>> of(int i) {
        List<Candidate<T>> some = new ArrayList<>();
        for (int j = 0; j < added.size(); j++) {
            if (likeness[i][j] > 0) {
                some.add(new Candidate<>(gone.get(i), added.get(j), likeness[i][j], best[i] == j));
            }
        }
        some.sort(
                Comparator.<Candidate<T>, Boolean>comparing(one -> !one.best()).thenComparing(one -> -one.likeness()));
        return some;
    }

    /**
     * One that another may have become.
     *
     * @param from what is gone
     * @param to what is new
     * @param likeness how much they are alike
     * @param best whether it is what fits best in all
     * @param <T> tables or columns
     */
    record Candidate<T>(T from, T to, double likeness, boolean best) {}
}
