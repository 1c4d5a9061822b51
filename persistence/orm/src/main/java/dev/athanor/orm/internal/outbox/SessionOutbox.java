// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import static dev.athanor.sql.Sql.delete;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.text;
import static dev.athanor.sql.Sql.update;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Session;
import dev.athanor.orm.internal.Once;
import dev.athanor.orm.internal.eclipselink.EclipseLinkSession;
import dev.athanor.orm.outbox.DeadLetter;
import dev.athanor.orm.outbox.DeadLetters;
import dev.athanor.orm.outbox.EventContext;
import dev.athanor.orm.outbox.Outbox;
import dev.athanor.orm.outbox.OutboxSettings;
import dev.athanor.orm.outbox.OutboxTable;
import dev.athanor.sql.Condition;
import dev.athanor.sql.Expr;
import dev.athanor.sql.Row;
import dev.athanor.sql.SqlTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/** The outbox of a session. As thread-safe as the session. */
public final class SessionOutbox implements Outbox, DeadLetters {
    private final Session session;
    private final Supplier<OutboxSettings> settings;

    /** The settings are asked for when there is first something to do. */
    public SessionOutbox(Session session, Supplier<OutboxSettings> settings) {
        this.session = Objects.requireNonNull(session, "session");
        this.settings = new Once<>(settings);
    }

    @Override
    public void record(String key, Object event, Map<String, String> headers) {
        if (key.isBlank()) {
            throw new OrmException(
                    OrmError.EVENT_INVALID, "the key of an event is empty; record it without a key if it has no order");
        }
        record(key, true, event, headers);
    }

    @Override
    public void record(Object event) {
        record(UUID.randomUUID().toString(), false, event, Map.of());
    }

    private void record(String key, boolean ordered, Object event, Map<String, String> own) {
        EclipseLinkSession recording = EclipseLinkSession.of(session);
        Map<String, String> headers = new LinkedHashMap<>();
        recording.who().ifPresent(who -> headers.put(WHO, who));
        OutboxSettings known = settings.get();
        for (EventContext context : known.contexts()) {
            headers.putAll(context.headers());
        }
        headers.putAll(own);
        recording.writeLast(
                new Recording(sql(), known.isNotifying()),
                new RecordedEvent(
                        key, ordered, EventNames.of(event.getClass()), Payloads.write(event), Payloads.write(headers)));
    }

    @Override
    public DeadLetters deadLetters() {
        return this;
    }

    private OutboxSql sql() {
        return new OutboxSql(settings.get().table());
    }

    private OutboxTable table() {
        return OutboxTable.named(settings.get().table(), "o");
    }

    private static Condition isDead(OutboxTable o) {
        return o.state.eq("DEAD");
    }

    @Override
    public List<DeadLetter> list(int most) {
        OutboxTable o = table();
        return session
                .list(select(
                                o.number,
                                o.eventKey,
                                o.type,
                                o.payload,
                                o.headers,
                                o.recordedAt,
                                o.attempts,
                                o.endedAt,
                                o.error)
                        .from(o)
                        .where(isDead(o))
                        .orderBy(o.number.asc())
                        .limit(most))
                .stream()
                .map(row -> letter(o, row))
                .toList();
    }

    private static DeadLetter letter(OutboxTable o, Row row) {
        return new DeadLetter(
                there(row, o.number),
                there(row, o.eventKey),
                there(row, o.type),
                there(row, o.payload),
                Payloads.readHeaders(there(row, o.headers)),
                there(row, o.recordedAt),
                there(row, o.attempts),
                there(row, o.endedAt),
                there(row, o.error));
    }

    private static <T> T there(Row row, Expr<T> value) {
        return Objects.requireNonNull(row.get(value), "not null in the table");
    }

    @Override
    public boolean retry(long number) {
        OutboxTable o = table();
        return retry(o, isDead(o).and(o.number.eq(number))) > 0;
    }

    @Override
    public long retryAll() {
        OutboxTable o = table();
        return retry(o, isDead(o));
    }

    private long retry(OutboxTable o, Condition which) {
        long retried = session.execute(update(o)
                .set(o.state, "PENDING")
                .set(o.attempts, 0)
                .set(o.dueAt, text(SqlTypes.INSTANT, "clock_timestamp()"))
                .setNull(o.endedAt)
                .where(which));
        if (retried > 0 && settings.get().isNotifying()) {
            session.list(select(text(SqlTypes.TEXT, "pg_notify({}, '')::text", sql().channel())));
        }
        return retried;
    }

    @Override
    public boolean discard(long number) {
        OutboxTable o = table();
        return session.execute(delete(o).where(isDead(o), o.number.eq(number))) > 0;
    }
}
