// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Measures, and prints tables of ratios. Every round measures all of a comparison, each in a JVM of its own; a ratio is
 * of two times of one round, so that a machine that gets slower between rounds does not change it.
 */
public final class Benchmarks {
    private static final List<Comparison> COMPARISONS = List.of(
            BuildingBenchmark.COMPARISON,
            ReadingBenchmark.COMPARISON,
            EntitiesBenchmark.COMPARISON,
            EntitiesBenchmark.JOINED,
            KeyBenchmark.COMPARISON,
            ChildrenBenchmark.COMPARISON,
            WritingBenchmark.COMPARISON,
            InsertingBenchmark.COMPARISON,
            NestedBenchmark.COMPARISON,
            InsightBenchmark.COMPARISON);

    /** The property that lets a run have fewer rounds than it should. */
    private static final String ROUNDS = "athanor.benchmarks.rounds";

    private Benchmarks() {}

    /** Takes a regular expression for the benchmarks to run; options of JMH's may follow. */
    public static void main(String[] arguments) throws Exception {
        CommandLineOptions options =
                new CommandLineOptions(String.join(" ", arguments).trim().split(" +"));
        List<Comparison.Round> rounds = new ArrayList<>();
        try (Library library = Library.start()) {
            ReadingBenchmark.check();
            EntitiesBenchmark.check();
            KeyBenchmark.check();
            ChildrenBenchmark.check();
            WritingBenchmark.check();
            InsertingBenchmark.check();
            int most = Integer.getInteger(
                    ROUNDS,
                    COMPARISONS.stream().mapToInt(Comparison::rounds).max().orElseThrow());
            for (int round = 0; round < most; round++) {
                rounds.add(measured(options(options, round, library)));
            }
        }
        for (Comparison comparison : COMPARISONS) {
            comparison.table(rounds).ifPresent(table -> System.out.println("\n" + table));
        }
    }

    private static Options options(Options given, int round, Library library) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .parent(given)
                .shouldFailOnError(true)
                .addProfiler(CpuTime.class)
                .jvmArgsAppend("-D" + Library.URL + "=" + library.address());
        for (Comparison comparison : COMPARISONS) {
            if (round >= comparison.rounds()) {
                options.exclude(comparison.benchmark().getName());
            }
        }
        return options.build();
    }

    private static Comparison.Round measured(Options options) throws RunnerException {
        try {
            return new Comparison.Round(new Runner(options)
                    .run().stream()
                            .collect(Collectors.toMap(
                                    result -> result.getParams().getBenchmark(), Function.identity())));
        } catch (NoBenchmarksException e) {
            return new Comparison.Round(Map.of()); // those asked for have had all their rounds
        }
    }
}
