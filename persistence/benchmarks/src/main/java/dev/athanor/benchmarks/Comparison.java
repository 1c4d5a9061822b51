// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openjdk.jmh.results.RunResult;

/**
 * Times that are compared with the first of them.
 *
 * @param benchmark the class that measures them
 * @param title what they are about
 * @param rounds how often all are measured: the more, the more times differ between JVMs
 * @param subjects what is compared
 */
record Comparison(Class<?> benchmark, String title, int rounds, List<Subject> subjects) {
    /**
     * One of them.
     *
     * @param method the method that measures it
     * @param label its name for readers
     */
    record Subject(String method, String label) {}

    /** The times of one round, by the name of the benchmark. */
    record Round(Map<String, RunResult> results) {
        Optional<Double> time(Class<?> benchmark, Subject subject) {
            return result(benchmark, subject)
                    .map(result -> result.getPrimaryResult().getScore());
        }

        /** The time of the processor. */
        Optional<Double> cpu(Class<?> benchmark, Subject subject) {
            return result(benchmark, subject)
                    .map(result -> result.getSecondaryResults().get(CpuTime.LABEL))
                    .map(result -> result.getScore());
        }

        private Optional<RunResult> result(Class<?> benchmark, Subject subject) {
            return Optional.ofNullable(results.get(benchmark.getName() + "." + subject.method()));
        }
    }

    /** A table in Markdown; nothing, if the first or all others were not measured. */
    Optional<String> table(List<Round> rounds) {
        StringBuilder rows = new StringBuilder();
        for (Subject subject : subjects.subList(1, subjects.size())) {
            List<Double> ratios = ratios(subject, rounds, Round::time);
            List<Double> cpu = ratios(subject, rounds, Round::cpu);
            if (!ratios.isEmpty()) {
                rows.append("| %s | %s | %s |%n".formatted(subject.label(), shown(ratios), shown(cpu)));
            }
        }
        return rows.length() == 0
                ? Optional.empty()
                : Optional.of(
                        "| %s | time | spread | processor | spread |%n|---|---|---|---|---|%n| %s | 1.00 | | 1.00 | |%n%s"
                                .formatted(title, subjects.get(0).label(), rows));
    }

    /** In each round the time of one by that of the first, the least first. */
    private List<Double> ratios(Subject subject, List<Round> rounds, Measure measure) {
        return rounds.stream()
                .flatMap(round -> measure
                        .of(round, benchmark, subject)
                        .flatMap(time ->
                                measure.of(round, benchmark, subjects.get(0)).map(first -> time / first))
                        .stream())
                .sorted()
                .toList();
    }

    /** What is compared of a round. */
    private interface Measure {
        Optional<Double> of(Round round, Class<?> benchmark, Subject subject);
    }

    private static String shown(List<Double> sorted) {
        return sorted.isEmpty()
                ? "|"
                : "%s | %s – %s"
                        .formatted(shown(median(sorted)), shown(sorted.get(0)), shown(sorted.get(sorted.size() - 1)));
    }

    private static double median(List<Double> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String shown(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%.1f", ratio);
    }
}
