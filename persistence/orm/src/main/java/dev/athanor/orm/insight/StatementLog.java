// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.insight;

import dev.athanor.orm.event.EventScope;
import dev.athanor.orm.event.Instrument;
import dev.athanor.orm.event.Listeners;
import dev.athanor.orm.event.SqlText;
import dev.athanor.orm.event.StatementEvent;
import dev.athanor.orm.event.TransactionEvent;
import dev.athanor.orm.event.TransactionFigures;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * Logs statements when they have run, with time and rows, and how many there were when the transaction ends; all at
 * {@code DEBUG}, failures and what is slow at {@code WARNING}. Each step gives a new one. Immutable and thread-safe.
 *
 * <pre>{@code
 * SessionSettings.standard().with(StatementLog.standard().withBinds().slowerThan(Duration.ofMillis(200)))
 * }</pre>
 */
public final class StatementLog implements Instrument {
    private static final StatementLog STANDARD =
            new StatementLog(System.getLogger(StatementLog.class.getName()), false, false, Duration.ofDays(1));

    private final Logger log;
    private final boolean binds;
    private final boolean caller;
    private final Duration slow;

    private StatementLog(Logger log, boolean binds, boolean caller, Duration slow) {
        this.log = log;
        this.binds = binds;
        this.caller = caller;
        this.slow = slow;
    }

    /** To a logger of the name of this class, without values and callers. */
    public static StatementLog standard() {
        return STANDARD;
    }

    /** The same to another logger. */
    public StatementLog to(Logger other) {
        return new StatementLog(Objects.requireNonNull(other, "other"), binds, caller, slow);
    }

    /** The same with the values that are bound, but not those of masked attributes. */
    public StatementLog withBinds() {
        return new StatementLog(log, true, caller, slow);
    }

    /** The same with the place in the application that a statement runs for; it walks the stack for each. */
    public StatementLog withCaller() {
        return new StatementLog(log, binds, true, slow);
    }

    /** The same, where statements that take longer than this are warnings. */
    public StatementLog slowerThan(Duration threshold) {
        return new StatementLog(log, binds, caller, Objects.requireNonNull(threshold, "threshold"));
    }

    @Override
    public Listeners addTo(Listeners listeners) {
        return listeners
                .on(StatementEvent.AfterStatement.class, this::ran)
                .on(StatementEvent.FailedStatement.class, this::failed)
                .on(TransactionEvent.AfterCommit.class, event -> ended("committed", event.scope()))
                .on(TransactionEvent.AfterRollback.class, event -> ended("rolled back", event.scope()));
    }

    private void ran(StatementEvent.AfterStatement event) {
        Level level = event.time().compareTo(slow) > 0 ? Level.WARNING : Level.DEBUG;
        if (log.isLoggable(level)) {
            String kind = level == Level.WARNING ? "slow statement" : "statement";
            log.log(level, line(kind, event, event.time()) + " rows=" + event.rows() + text(event.statement()));
        }
    }

    private void failed(StatementEvent.FailedStatement event) {
        if (log.isLoggable(Level.WARNING)) {
            log.log(Level.WARNING, line("failed statement", event, event.time()) + text(event.statement()));
        }
    }

    private static String line(String kind, StatementEvent event, Duration time) {
        return kind + ": transaction=" + event.scope().number() + " ms=" + millis(time);
    }

    private String text(SqlText statement) {
        StringBuilder text = new StringBuilder();
        if (caller) {
            Places.of(statement.caller())
                    .ifPresent(place -> text.append(" caller=").append(place));
        }
        text.append(" sql=").append(statement.sql());
        if (binds) {
            text.append(" binds=").append(statement.binds());
        }
        return text.toString();
    }

    private void ended(String how, EventScope scope) {
        if (log.isLoggable(Level.DEBUG)) {
            TransactionFigures figures = scope.figures();
            log.log(
                    Level.DEBUG,
                    how + ": transaction=" + scope.number() + " statements=" + figures.statements() + " rows="
                            + figures.rows() + " ms=" + millis(figures.inStatements()) + " open_ms="
                            + millis(figures.open()));
        }
    }

    private static String millis(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e6);
    }
}
