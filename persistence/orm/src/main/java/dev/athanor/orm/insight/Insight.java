// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.insight;

import dev.athanor.orm.event.EventScope;
import dev.athanor.orm.event.Instrument;
import dev.athanor.orm.event.Listeners;
import dev.athanor.orm.event.StatementEvent;
import dev.athanor.orm.event.TransactionEvent;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Adds up what statements and transactions cost, in bounded memory. Thread-safe.
 *
 * <pre>{@code
 * Insight insight = Insight.ofStatements(500);
 * SessionFactory sessions = SessionFactory.of(entityManagerFactory, SessionSettings.standard().with(insight));
 * Map<String, Object> json = insight.snapshot().asMap();
 * }</pre>
 */
public final class Insight implements Instrument {
    private final Recent<String, Sum> statements;
    private final Recent<RepeatedLoad, LongAdder> repeated;
    private final Map<String, PoolFigures> pools = new ConcurrentHashMap<>();
    private final OpenTransactions open;
    private final RepeatedLoads loads;
    private final LongAdder begun = new LongAdder();
    private final LongAdder committed = new LongAdder();
    private final LongAdder rolledBack = new LongAdder();
    private final LongAdder statementCount = new LongAdder();
    private final StatementSums sums = new StatementSums();
    private final LongAdder repeatedCount = new LongAdder();

    private Insight(int most, Duration longOpen) {
        this.statements = new Recent<>(most);
        this.repeated = new Recent<>(most);
        this.open = OpenTransactions.longerThan(longOpen);
        this.loads = RepeatedLoads.warn().reporting(this::repeated);
    }

    /** One that knows so many different statements, those that ran last; it warns of transactions open for a minute. */
    public static Insight ofStatements(int most) {
        return ofStatements(most, Duration.ofMinutes(1));
    }

    /** One that knows so many different statements, those that ran last; it warns of transactions open for longer. */
    public static Insight ofStatements(int most, Duration longOpen) {
        return new Insight(most, Objects.requireNonNull(longOpen, "longOpen"));
    }

    /** Reads a pool for each snapshot. */
    public Insight withPool(String name, PoolFigures pool) {
        pools.put(name, Objects.requireNonNull(pool, "pool"));
        return this;
    }

    @Override
    public Listeners addTo(Listeners listeners) {
        return listeners
                .on(StatementEvent.AfterStatement.class, this::done)
                .on(StatementEvent.FailedStatement.class, this::failed)
                .on(TransactionEvent.AfterBegin.class, event -> begun.increment())
                .on(TransactionEvent.AfterCommit.class, event -> ended(event.scope(), committed))
                .on(TransactionEvent.AfterRollback.class, event -> ended(event.scope(), rolledBack))
                .with(open)
                .with(loads);
    }

    private void done(StatementEvent.AfterStatement event) {
        sum(event).add(event.time(), event.rows(), false);
        sums.add(event.time(), event.rows());
    }

    private void failed(StatementEvent.FailedStatement event) {
        sum(event).add(event.time(), 0, true);
        sums.addFailure(event.time(), event.failure());
    }

    private Sum sum(StatementEvent event) {
        return statements.get(event.statement().sql(), Sum::new);
    }

    private void ended(EventScope scope, LongAdder how) {
        how.increment();
        statementCount.add(scope.figures().statements());
    }

    private void repeated(RepeatedLoad load) {
        repeated.get(load, LongAdder::new).increment();
        repeatedCount.increment();
    }

    /** What is known now. */
    public InsightSnapshot snapshot() {
        open.check();
        Map<RepeatedLoad, Long> found = new LinkedHashMap<>();
        repeated.copy().forEach((load, times) -> found.put(load, times.sum()));
        Map<String, PoolReading> readings = new LinkedHashMap<>();
        pools.forEach((name, pool) -> readings.put(name, pool.read()));
        return new InsightSnapshot(figures(), totals(), open.now(), found, readings);
    }

    private List<StatementFigures> figures() {
        return statements.copy().entrySet().stream()
                .map(entry -> entry.getValue().figures(entry.getKey()))
                .sorted(Comparator.comparing(StatementFigures::total).reversed())
                .toList();
    }

    private TransactionTotals totals() {
        return new TransactionTotals(begun.sum(), committed.sum(), rolledBack.sum(), statementCount.sum());
    }

    /** Gives the figures of transactions, statements, repeated loads and pools to a registry of metrics. */
    public void register(GaugeRegistry registry) {
        registry.gauge("athanor.transactions.begun", begun::sum);
        registry.gauge("athanor.transactions.committed", committed::sum);
        registry.gauge("athanor.transactions.rolledBack", rolledBack::sum);
        registry.gauge("athanor.transactions.open", () -> (long) open.now().size());
        registry.gauge("athanor.repeatedLoads", repeatedCount::sum);
        sums.register(registry);
        pools.forEach((name, pool) -> {
            registry.gauge("athanor.pool." + name + ".size", () -> pool.read().size());
            registry.gauge("athanor.pool." + name + ".inUse", () -> pool.read().inUse());
            registry.gauge(
                    "athanor.pool." + name + ".waiting",
                    () -> pool.read().waiting().orElse(-1));
            registry.gauge(
                    "athanor.pool." + name + ".timeouts",
                    () -> pool.read().timeouts().orElse(-1));
        });
    }

    /** What one statement has cost. */
    private static final class Sum {
        private long times;
        private long failures;
        private long rows;
        private Duration total = Duration.ZERO;
        private Duration longest = Duration.ZERO;

        synchronized void add(Duration time, long given, boolean failed) {
            times++;
            failures += failed ? 1 : 0;
            rows += given;
            total = total.plus(time);
            longest = longest.compareTo(time) < 0 ? time : longest;
        }

        synchronized StatementFigures figures(String sql) {
            return new StatementFigures(sql, times, failures, total, longest, rows);
        }
    }
}
