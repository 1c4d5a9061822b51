// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import dev.athanor.sql.JsonColumn;
import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.Table;
import dev.athanor.sql.TemporalColumn;
import dev.athanor.sql.TextColumn;
import java.time.Instant;

/**
 * The table of an outbox, for statements about it; the resource {@code dev/athanor/orm/athanor-outbox.sql} makes it.
 * Immutable and thread-safe.
 *
 * <pre>{@code
 * OutboxTable o = OutboxTable.as("o");
 * long dead = session.count(select(o.number).from(o).where(o.state.eq("DEAD")));
 * }</pre>
 */
public final class OutboxTable extends Table {
    /** Its name, if settings do not say otherwise. */
    public static final String NAME = "athanor_outbox";

    /** What orders the events of a key. */
    public final NumberColumn<Long> number = key(bigint("number"));

    /** What an event is about. */
    public final TextColumn eventKey = text("event_key");

    /** The name of its type. */
    public final TextColumn type = text("type");

    /** The event. */
    public final JsonColumn<String> payload = jsonb("payload");

    /** What was noted with it. */
    public final JsonColumn<String> headers = jsonb("headers");

    /** When it was recorded. */
    public final TemporalColumn<Instant> recordedAt = instant("recorded_at");

    /** {@code PENDING}, {@code DELIVERED} or {@code DEAD}. */
    public final TextColumn state = text("state");

    /** How often it was tried to deliver it. */
    public final NumberColumn<Integer> attempts = integer("attempts");

    /** Not before this time it is tried again. */
    public final TemporalColumn<Instant> dueAt = instant("due_at");

    /** When it was delivered or given up. */
    public final TemporalColumn<Instant> endedAt = instant("ended_at");

    /** What happened the last time. */
    public final TextColumn error = text("error");

    private OutboxTable(String name, String alias) {
        super(name, alias);
    }

    private OutboxTable(String schema, String name, String alias) {
        super(schema, name, alias);
    }

    /** It under an alias. */
    public static OutboxTable as(String alias) {
        return named(NAME, alias);
    }

    /** One of another name, which may have a schema before a point, under an alias. */
    public static OutboxTable named(String name, String alias) {
        int point = name.indexOf('.');
        return point < 0
                ? new OutboxTable(name, alias)
                : new OutboxTable(name.substring(0, point), name.substring(point + 1), alias);
    }
}
