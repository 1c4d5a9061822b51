// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.insight;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** What all statements have cost together, within transactions and without. Thread-safe. */
final class StatementSums {
    private static final int DEEPEST_CAUSE = 20;

    private final LongAdder times = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder withoutConnection = new LongAdder();
    private final LongAdder rows = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    void add(Duration time, long given) {
        times.increment();
        rows.add(given);
        nanos.add(time.toNanos());
    }

    void addFailure(Duration time, Throwable failure) {
        add(time, 0);
        failures.increment();
        if (isWithoutConnection(failure)) {
            withoutConnection.increment();
        }
    }

    /** As pools say that one has waited for a connection in vain. */
    private static boolean isWithoutConnection(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    void register(GaugeRegistry registry) {
        registry.gauge("athanor.statements", times::sum);
        registry.gauge("athanor.statements.failed", failures::sum);
        registry.gauge("athanor.statements.withoutConnection", withoutConnection::sum);
        registry.gauge("athanor.statements.rows", rows::sum);
        registry.gauge(
                "athanor.statements.millis", () -> Duration.ofNanos(nanos.sum()).toMillis());
    }
}
