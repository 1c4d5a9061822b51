// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.insight;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.event.EventScope;
import dev.athanor.orm.event.Instrument;
import dev.athanor.orm.event.LazyLoad;
import dev.athanor.orm.event.Listeners;
import dev.athanor.orm.event.StatementEvent;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Finds what is read one at a time that could be read at once: the same relation of many entities (N+1), the same
 * statement again and again. Each is reported once in a transaction. Each step gives a new one. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * SessionSettings.standard().with(RepeatedLoads.fail().moreThan(3))
 * }</pre>
 */
public final class RepeatedLoads implements Instrument {
    private static final int USUAL_RELATIONS = 5;
    private static final int USUAL_STATEMENTS = 20;
    /** More different ones than these are not counted in one transaction. */
    private static final int MOST_COUNTED = 1_000;

    private final boolean failing;
    private final int relations;
    private final int statements;
    private final Consumer<RepeatedLoad> sink;

    private RepeatedLoads(boolean failing, int relations, int statements, Consumer<RepeatedLoad> sink) {
        this.failing = failing;
        this.relations = relations;
        this.statements = statements;
        this.sink = sink;
    }

    /**
     * Warns in the log, of a relation that loads for more than 5 entities, and a statement that runs more than 20
     * times.
     */
    public static RepeatedLoads warn() {
        return new RepeatedLoads(false, USUAL_RELATIONS, USUAL_STATEMENTS, load -> {});
    }

    /** Lets it fail, as tests may want it. */
    public static RepeatedLoads fail() {
        return new RepeatedLoads(true, USUAL_RELATIONS, USUAL_STATEMENTS, load -> {});
    }

    /** The same, for relations that load by themselves for more than so many entities. */
    public RepeatedLoads moreThan(int entities) {
        return new RepeatedLoads(failing, entities, statements, sink);
    }

    /** The same, for queries that run more than so many times. */
    public RepeatedLoads statementsMoreThan(int times) {
        return new RepeatedLoads(failing, relations, times, sink);
    }

    /** The same, where another is told, too. */
    public RepeatedLoads reporting(Consumer<? super RepeatedLoad> other) {
        Objects.requireNonNull(other, "other");
        return new RepeatedLoads(failing, relations, statements, sink.andThen(other));
    }

    @Override
    public Listeners addTo(Listeners listeners) {
        return listeners.on(LazyLoad.class, this::loading).on(StatementEvent.BeforeStatement.class, this::running);
    }

    private void loading(LazyLoad event) {
        Counts counts = counts(event.scope());
        counts.loading = true;
        String what = event.entity().getSimpleName() + "." + event.attribute();
        if (counts.add(what, relations)) {
            report(what, event::caller, "load it with the entities, by " + option(event), relations);
        }
    }

    private static String option(LazyLoad event) {
        String name = event.entity().getSimpleName();
        return "options(selectin(" + name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) + "."
                + event.attribute() + "))";
    }

    /** One that loads a relation is counted as that. */
    private void running(StatementEvent.BeforeStatement event) {
        Counts counts = counts(event.scope());
        String sql = event.statement().sql();
        if (counts.loading) {
            counts.loading = false;
        } else if (isQuery(sql) && counts.add(sql, statements)) {
            report(
                    sql,
                    event.statement()::caller,
                    "read all at once: entities by getAll(…), rows by a join or by in(…)",
                    statements);
        }
    }

    private static boolean isQuery(String sql) {
        return sql.regionMatches(true, 0, "select", 0, 6) || sql.regionMatches(true, 0, "with", 0, 4);
    }

    private Counts counts(EventScope scope) {
        return scope.remembered(this, Counts.class, Counts::new);
    }

    private void report(String what, Supplier<Optional<StackWalker.StackFrame>> caller, String advice, int threshold) {
        RepeatedLoad found = new RepeatedLoad(what, Places.of(caller.get()), advice);
        sink.accept(found);
        String message = found.message(threshold + 1L);
        if (failing) {
            throw new OrmException(OrmError.REPEATED_LOAD, message);
        }
        Logger log = System.getLogger(RepeatedLoads.class.getName());
        log.log(Level.WARNING, message);
    }

    /** What was read in one transaction, and how often. */
    private static final class Counts {
        private final Map<String, Integer> times = new HashMap<>();
        private boolean loading;

        /** Whether it has just become too much. */
        boolean add(String what, int most) {
            if (times.size() >= MOST_COUNTED && !times.containsKey(what)) {
                return false;
            }
            return times.merge(what, 1, Integer::sum) == most + 1;
        }
    }
}
