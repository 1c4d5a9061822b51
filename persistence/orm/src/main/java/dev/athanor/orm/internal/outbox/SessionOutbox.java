// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import static dev.athanor.sql.Sql.delete;
import static dev.athanor.sql.Sql.select;
import static dev.athanor.sql.Sql.text;
import static dev.athanor.sql.Sql.update;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Session;
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

/** The outbox of a session. As thread-safe as the session. */
public final class SessionOutbox implements Outbox, DeadLetters {
    private final OutboxTable o;
    private final Session session;
    private final OutboxSettings settings;
    private final OutboxSql sql;

    public SessionOutbox(Session session, OutboxSettings settings) {
        this.session = Objects.requireNonNull(session, "session");
        this.settings = settings;
        this.sql = new OutboxSql(settings.table());
        this.o = OutboxTable.named(settings.table(), "o");
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
        for (EventContext context : settings.contexts()) {
            headers.putAll(context.headers());
        }
        headers.putAll(own);
        recording.writeLast(
                new Recording(sql, settings.isNotifying()),
                new RecordedEvent(
                        key, ordered, EventNames.of(event.getClass()), Payloads.write(event), Payloads.write(headers)));
    }

    @Override
    public DeadLetters deadLetters() {
        return this;
    }

    private Condition isDead() {
        return o.state.eq("DEAD");
    }

    @Override
    public List<DeadLetter> list(int most) {
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
                        .where(isDead())
                        .orderBy(o.number.asc())
                        .limit(most))
                .stream()
                .map(this::letter)
                .toList();
    }

    private DeadLetter letter(Row row) {
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
        return retry(isDead().and(o.number.eq(number))) > 0;
    }

    @Override
    public long retryAll() {
        return retry(isDead());
    }

    private long retry(Condition which) {
        long retried = session.execute(update(o)
                .set(o.state, "PENDING")
                .set(o.attempts, 0)
                .set(o.dueAt, text(SqlTypes.INSTANT, "clock_timestamp()"))
                .setNull(o.endedAt)
                .where(which));
        if (retried > 0 && settings.isNotifying()) {
            session.list(select(text(SqlTypes.TEXT, "pg_notify({}, '')::text", sql.channel())));
        }
        return retried;
    }

    @Override
    public boolean discard(long number) {
        return session.execute(delete(o).where(isDead(), o.number.eq(number))) > 0;
    }
}
