// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * How events are recorded and delivered. Each step gives new settings. Immutable and thread-safe.
 *
 * <pre>{@code
 * OutboxSettings.standard()
 *         .on(InvoicePaid.class, (event, delivery) -> book(delivery.session(), event))
 *         .workers(8)
 *         .attempts(20)
 * }</pre>
 */
public final class OutboxSettings {
    private static final Pattern TABLE = Pattern.compile("\\w+(\\.\\w+)?");
    private static final OutboxSettings STANDARD = new OutboxSettings(new Values());

    private final Values values;

    private OutboxSettings(Values values) {
        this.values = values;
    }

    /** Four at a time, each event in a transaction of its own, deleted when it is delivered. */
    public static OutboxSettings standard() {
        return STANDARD;
    }

    private OutboxSettings changed(Consumer<Values> change) {
        Values copy = new Values(values);
        change.accept(copy);
        return new OutboxSettings(copy);
    }

    /** Where this handles events of a class, or of all below a sealed one. */
    public <E> OutboxSettings on(Class<E> type, OutboxHandler<? super E> handler) {
        Registered<E> registered = new Registered<>(type, handler);
        return changed(copy -> copy.handlers = append(copy.handlers, registered));
    }

    private static <T> List<T> append(List<T> all, T more) {
        List<T> appended = new ArrayList<>(all);
        appended.add(more);
        return List.copyOf(appended);
    }

    /** Where this is noted with events, and restored where they are handled. */
    public OutboxSettings with(EventContext context) {
        Objects.requireNonNull(context, "context");
        return changed(copy -> copy.contexts = append(copy.contexts, context));
    }

    /**
     * In a table of another name, which may have a schema before a point. Units that share a database have a table
     * each.
     */
    public OutboxSettings table(String name) {
        if (!TABLE.matcher(name).matches()) {
            throw invalid("\"" + name + "\" is no name of a table, of letters, digits and underscores");
        }
        return changed(copy -> copy.table = name);
    }

    /** So many events are delivered at a time by a worker; each takes a connection. */
    public OutboxSettings workers(int number) {
        positive(number, "workers");
        return changed(copy -> copy.workers = number);
    }

    /**
     * So many events of one key are delivered in one transaction. Faster; if one of them fails, they are delivered once
     * more, each in its own.
     */
    public OutboxSettings batch(int most) {
        positive(most, "a batch");
        return changed(copy -> copy.batch = most);
    }

    /** The table is looked at so often, whether or not there was a notification. */
    public OutboxSettings poll(Duration every) {
        positive(every, "poll");
        return changed(copy -> copy.poll = every);
    }

    /** An event that failed is tried again after about the first of these, then twice as long, up to the second. */
    public OutboxSettings backOff(Duration first, Duration longest) {
        positive(first, "the first back-off");
        positive(longest, "the longest back-off");
        return changed(copy -> {
            copy.firstBackOff = first;
            copy.longestBackOff = longest;
        });
    }

    /** An event that failed so often becomes a dead letter. */
    public OutboxSettings attempts(int most) {
        positive(most, "attempts");
        return changed(copy -> copy.attempts = most);
    }

    /** A dead letter holds up the later events of its key, until it is delivered after all, or discarded. */
    public OutboxSettings deadLettersBlock() {
        return changed(copy -> copy.blocking = true);
    }

    /** Events that are delivered stay in the table for so long. */
    public OutboxSettings keep(Duration delivered) {
        positive(delivered, "keep");
        return changed(copy -> copy.kept = delivered);
    }

    /**
     * The database ends a delivery in which it has heard nothing for so long: of a handler that hangs, or a machine
     * that is gone without a word. Another worker tries the event again.
     */
    public OutboxSettings stuckAfter(Duration silence) {
        positive(silence, "stuckAfter");
        return changed(copy -> copy.stuck = silence);
    }

    /**
     * Neither sends notifications nor listens to them: events are delivered at the next poll. For connections through a
     * pooler that hands out transactions, transactions of several resources, and very many small ones.
     */
    public OutboxSettings withoutNotifications() {
        return changed(copy -> copy.notifying = false);
    }

    /** Listens to notifications on a connection of this data source, rather than on one of the persistence unit's. */
    public OutboxSettings listeningOn(DataSource source) {
        Objects.requireNonNull(source, "source");
        return changed(copy -> copy.listening = Optional.of(source));
    }

    /** The handlers. */
    public List<Registered<?>> handlers() {
        return values.handlers;
    }

    /** What is brought from where events are recorded. */
    public List<EventContext> contexts() {
        return values.contexts;
    }

    /** The name of the table. */
    public String table() {
        return values.table;
    }

    /** How many events are delivered at a time. */
    public int workers() {
        return values.workers;
    }

    /** How many events are delivered in one transaction. */
    public int batch() {
        return values.batch;
    }

    /** How often the table is looked at. */
    public Duration poll() {
        return values.poll;
    }

    /** After how long an event is tried for the second time. */
    public Duration firstBackOff() {
        return values.firstBackOff;
    }

    /** After how long it is tried again at most. */
    public Duration longestBackOff() {
        return values.longestBackOff;
    }

    /** How often it is tried. */
    public int attempts() {
        return values.attempts;
    }

    /** Whether a dead letter holds up its key. */
    public boolean isBlockedByDeadLetters() {
        return values.blocking;
    }

    /** For how long events stay that are delivered. */
    public Duration kept() {
        return values.kept;
    }

    /** After how long a silent delivery is ended. */
    public Duration stuckAfter() {
        return values.stuck;
    }

    /** Whether notifications are sent and listened to. */
    public boolean isNotifying() {
        return values.notifying;
    }

    /** Where to listen, if not on a connection of the unit's. */
    public Optional<DataSource> listeningOn() {
        return values.listening;
    }

    private static void positive(int number, String what) {
        if (number < 1) {
            throw invalid(what + ": " + number + " is too few");
        }
    }

    private static void positive(Duration time, String what) {
        if (time.toMillis() < 1) {
            throw invalid(what + ": " + time + " is too short");
        }
    }

    private static OrmException invalid(String message) {
        return new OrmException(OrmError.OUTBOX_INVALID, message);
    }

    /**
     * A handler, and what it handles.
     *
     * @param type the class of the events, or a sealed one above several
     * @param handler is given them
     */
    public record Registered<E>(Class<E> type, OutboxHandler<? super E> handler) {
        /** Nothing is null. */
        public Registered {
            Objects.requireNonNull(type, "type");
            Objects.requireNonNull(handler, "handler");
        }
    }

    /** Changed while they are made only. */
    private static final class Values {
        private List<Registered<?>> handlers = List.of();
        private List<EventContext> contexts = List.of();
        private String table = OutboxTable.NAME;
        private int workers = 4;
        private int batch = 1;
        private Duration poll = Duration.ofSeconds(10);
        private Duration firstBackOff = Duration.ofSeconds(1);
        private Duration longestBackOff = Duration.ofMinutes(15);
        private int attempts = 15;
        private boolean blocking;
        private Duration kept = Duration.ZERO;
        private Duration stuck = Duration.ofMinutes(5);
        private boolean notifying = true;
        private Optional<DataSource> listening = Optional.empty();

        Values() {}

        Values(Values other) {
            handlers = other.handlers;
            contexts = other.contexts;
            table = other.table;
            workers = other.workers;
            batch = other.batch;
            poll = other.poll;
            firstBackOff = other.firstBackOff;
            longestBackOff = other.longestBackOff;
            attempts = other.attempts;
            blocking = other.blocking;
            kept = other.kept;
            stuck = other.stuck;
            notifying = other.notifying;
            listening = other.listening;
        }
    }
}
