// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks;

import dev.athanor.benchmarks.woven.Novel;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.insight.Insight;
import dev.athanor.orm.insight.StatementLog;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What insight costs: a hundred statements in five transactions, where nobody listens (twice, to show what chance
 * does), and where somebody does. More in one transaction would be reported as read one by one.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(
        value = 1,
        jvmArgs = {"-Xms1g", "-Xmx1g", "-XX:+UseParallelGC"})
public class InsightBenchmark {
    static final Comparison COMPARISON = new Comparison(
            InsightBenchmark.class,
            "A hundred statements, and who listens",
            3,
            List.of(
                    new Comparison.Subject("nobody", "nobody"),
                    new Comparison.Subject("nobodyAgain", "nobody, measured again"),
                    new Comparison.Subject("insight", "`Insight`"),
                    new Comparison.Subject("log", "`StatementLog` with values, thrown away"),
                    new Comparison.Subject("callers", "`StatementLog` with values and callers, thrown away")));

    private static final long FIRST = 4_000;
    private static final int TRANSACTIONS = 5;
    private static final int STATEMENTS = 20;

    /** Sessions that are listened to. */
    @State(Scope.Thread)
    @SuppressWarnings("NullAway.Init") // before all
    public static class Heard {
        SessionFactory insight;
        SessionFactory log;
        SessionFactory callers;

        /** Before all. */
        @Setup
        public void open(Stores.Woven woven) {
            StatementLog away = StatementLog.standard().to(new Nowhere()).withBinds();
            SessionSettings standard = SessionSettings.standard();
            insight = SessionFactory.of(woven.factory, standard.with(Insight.ofStatements(100)));
            log = SessionFactory.of(woven.factory, standard.with(away));
            callers = SessionFactory.of(woven.factory, standard.with(away.withCaller()));
        }
    }

    private static List<Novel> read(SessionFactory sessions) {
        List<Novel> novels = new ArrayList<>();
        for (int i = 0; i < TRANSACTIONS; i++) {
            long first = FIRST + (long) i * STATEMENTS;
            sessions.transaction(session -> {
                for (long id = first; id < first + STATEMENTS; id++) {
                    novels.add(session.get(Novel.class, id).orElseThrow());
                }
            });
        }
        return novels;
    }

    @Benchmark
    public List<Novel> nobody(Stores.Woven woven) {
        return read(woven.sessions);
    }

    @Benchmark
    public List<Novel> nobodyAgain(Stores.Woven woven) {
        return read(woven.sessions);
    }

    @Benchmark
    public List<Novel> insight(Stores.Woven woven, Heard heard) {
        return read(heard.insight);
    }

    @Benchmark
    public List<Novel> log(Stores.Woven woven, Heard heard) {
        return read(heard.log);
    }

    @Benchmark
    public List<Novel> callers(Stores.Woven woven, Heard heard) {
        return read(heard.callers);
    }

    /** Takes everything, and keeps nothing. */
    private static final class Nowhere implements System.Logger {
        @Override
        public String getName() {
            return "nowhere";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, @Nullable ResourceBundle bundle, String message, @Nullable Throwable thrown) {}

        @Override
        public void log(
                Level level,
                @Nullable ResourceBundle bundle,
                String format,
                @Nullable Object @Nullable ... parameters) {}
    }
}
