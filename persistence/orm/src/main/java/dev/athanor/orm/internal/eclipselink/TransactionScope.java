// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.Session;
import dev.athanor.orm.event.EventScope;
import dev.athanor.orm.event.TransactionFigures;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What a unit of work does in one transaction, or outside of any. For one thread at a time. */
final class TransactionScope implements EventScope {
    private final Session session;
    private final long number;
    private final long opened = System.nanoTime();

    @SuppressWarnings("IdentityHashMapUsage") // who remembers is who it is
    private final Map<Object, Object> remembered = new IdentityHashMap<>();

    private long statements;
    private long rows;
    private long nanos;

    TransactionScope(Session session, long number) {
        this.session = session;
        this.number = number;
    }

    boolean isTransaction() {
        return number != 0;
    }

    void count(long given, long time) {
        statements++;
        rows += given;
        nanos += time;
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public TransactionFigures figures() {
        return new TransactionFigures(
                statements, rows, Duration.ofNanos(nanos), Duration.ofNanos(System.nanoTime() - opened));
    }

    @Override
    public <T> T remembered(Object owner, Class<T> type, Supplier<T> first) {
        return type.cast(remembered.computeIfAbsent(owner, key -> first.get()));
    }

    @Override
    public String toString() {
        return isTransaction() ? "transaction " + number : "no transaction";
    }
}
