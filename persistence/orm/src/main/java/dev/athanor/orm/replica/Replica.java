// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.replica;

import static dev.athanor.sql.Sql.selectValue;

import dev.athanor.orm.OrmException;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.insight.GaugeRegistry;
import dev.athanor.orm.internal.Once;
import dev.athanor.sql.Select;
import dev.athanor.sql.Sql;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.SqlTypes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A standby that is read from, where it has what the client wrote and can be reached; else the primary is. Thread-safe.
 *
 * <pre>{@code
 * Replica replica = Replica.of(SessionFactory.of(standbyFactory), ReplicaSettings.standard());
 * SessionFactory sessions = SessionFactory.of(primaryFactory).withReplica(replica);
 * }</pre>
 *
 * <p>Its data source leads to one server: another would have come less far than the one that was asked.
 */
public final class Replica {
    private static final Duration PAUSE = Duration.ofMillis(3);
    private static final long NEVER = Long.MIN_VALUE;

    private static final Select<String> REPLAYED = selectValue(Sql.text(
            SqlTypes.TEXT,
            "(case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_insert_lsn()"
                    + " end)::text"));
    private static final Select<String> WRITTEN =
            selectValue(Sql.text(SqlTypes.TEXT, "pg_current_wal_insert_lsn()::text"));

    private final Supplier<SessionFactory> sessions;
    private final Supplier<ReplicaSettings> settings;
    private final AtomicReference<@Nullable WritePosition> replayed = new AtomicReference<>();
    private final AtomicLong asked = new AtomicLong(NEVER);
    private final AtomicLong closedUntil = new AtomicLong(NEVER);
    private final LongAdder onReplica = new LongAdder();
    private final LongAdder lagging = new LongAdder();
    private final LongAdder unreachable = new LongAdder();
    private final LongAdder waited = new LongAdder();

    private Replica(Supplier<SessionFactory> sessions, Supplier<ReplicaSettings> settings) {
        this.sessions = new Once<>(sessions);
        this.settings = new Once<>(settings);
    }

    /** The standby that sessions of its own persistence unit read. */
    public static Replica of(SessionFactory sessions, ReplicaSettings settings) {
        return of(() -> sessions, () -> settings);
    }

    /** The same, whose sessions are made when it is first read from: it may be away until then. */
    public static Replica of(Supplier<SessionFactory> sessions, ReplicaSettings settings) {
        return of(sessions, () -> settings);
    }

    /**
     * The same, whose settings are asked for when it is to be read from for the first time, and whose sessions when it
     * is: it may be away until then.
     */
    public static Replica of(Supplier<SessionFactory> sessions, Supplier<ReplicaSettings> settings) {
        return new Replica(sessions, settings);
    }

    /** How far a primary has come; what was committed before is before it. */
    public static WritePosition written(SessionFactory primary) {
        return WritePosition.of(primary.<String, RuntimeException>read(session -> session.one(WRITTEN)));
    }

    /** How it is read from. */
    public ReplicaSettings settings() {
        return settings.get();
    }

    /** Whether it is read from at all. */
    public boolean isUsed() {
        return settings.get().isUsed();
    }

    /** The sessions that read it. */
    public SessionFactory sessions() {
        return sessions.get();
    }

    /**
     * Whether a client may read it: it can be reached, and has what the client wrote, which is waited for a little. It
     * is counted as what is done then.
     */
    public boolean admits(ClientPosition client) {
        if (!isUsed()) {
            return false;
        }
        LongAdder counted = admission(client);
        counted.increment();
        return counted == onReplica;
    }

    private LongAdder admission(ClientPosition client) {
        long now = System.nanoTime();
        if (isClosed(now)) {
            return unreachable;
        }
        Optional<WritePosition> wanted = client.last();
        boolean there = isRecent(now);
        if (there && wanted.filter(position -> !has(position)).isEmpty()) {
            return onReplica;
        }
        try {
            return reaches(wanted) ? onReplica : lagging;
        } catch (SqlException | OrmException e) {
            leaveAlone();
            return unreachable;
        }
    }

    /** After the pause one caller tries, and others after another pause if that fails. */
    private boolean isClosed(long now) {
        long until = closedUntil.get();
        return until != NEVER
                && (now - until < 0
                        || !closedUntil.compareAndSet(
                                until, now + settings.get().retryAfter().toNanos()));
    }

    private boolean isRecent(long now) {
        long last = asked.get();
        return last != NEVER && now - last < settings.get().askAfter().toNanos();
    }

    private boolean has(WritePosition position) {
        WritePosition known = replayed.get();
        return known != null && !position.isAfter(known);
    }

    private boolean reaches(Optional<WritePosition> wanted) {
        ask();
        if (wanted.isEmpty() || has(wanted.get())) {
            return true;
        }
        waited.increment();
        long deadline = System.nanoTime() + settings.get().patience().toNanos();
        while (deadline - System.nanoTime() > 0) {
            LockSupport.parkNanos(PAUSE.toNanos());
            ask();
            if (has(wanted.get())) {
                return true;
            }
        }
        return false;
    }

    private void ask() {
        WritePosition now =
                WritePosition.of(sessions().<String, RuntimeException>read(session -> session.one(REPLAYED)));
        replayed.accumulateAndGet(now, (before, after) -> before == null || after.isAfter(before) ? after : before);
        asked.set(System.nanoTime());
        closedUntil.set(NEVER);
    }

    /** Whether a failure says that it cannot be reached; then it is left alone for a while. */
    public boolean isUnreachable(SqlException failure) {
        boolean gone = failure.code() == SqlError.CONNECTION_LOST || failure.code() == SqlError.CONNECTION_UNAVAILABLE;
        if (gone) {
            leaveAlone();
        }
        return gone;
    }

    /** What was to be read from it is read from the primary. */
    public void missed() {
        onReplica.decrement();
        unreachable.increment();
    }

    /** It may be another one when it is there again, which has not come as far. */
    private void leaveAlone() {
        closedUntil.set(System.nanoTime() + settings.get().retryAfter().toNanos());
        asked.set(NEVER);
        replayed.set(null);
    }

    /** Where what only reads was read. */
    public ReplicaFigures figures() {
        return new ReplicaFigures(onReplica.sum(), lagging.sum(), unreachable.sum(), waited.sum());
    }

    /** Gives the figures to a registry of metrics. */
    public void register(GaugeRegistry registry) {
        registry.gauge("athanor.replica.onReplica", onReplica::sum);
        registry.gauge("athanor.replica.lagging", lagging::sum);
        registry.gauge("athanor.replica.unreachable", unreachable::sum);
        registry.gauge("athanor.replica.waited", waited::sum);
    }
}
