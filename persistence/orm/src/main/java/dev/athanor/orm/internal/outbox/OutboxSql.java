// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The statements of an outbox.
 *
 * @param table the table's name, after that of its schema, if that is said
 */
record OutboxSql(String table) {
    private static final long LOCKS = 0x6174_6861_0000_0000L;

    /** What a transaction that records locks. */
    enum Locks {
        NONE,
        OF_KEYS,
        OF_ALL
    }

    private String quoted() {
        return Arrays.stream(table.split("\\.")).map(name -> '"' + name + '"').collect(Collectors.joining("."));
    }

    private String text(String sql) {
        return sql.replace("TABLE", quoted());
    }

    /** What notifications are sent to. */
    String channel() {
        return table;
    }

    /** The number of the lock of all keys. */
    long lock() {
        return LOCKS + Integer.toUnsignedLong(table.hashCode());
    }

    String record(Locks locks, boolean notifying) {
        String locking =
                switch (locks) {
                    case NONE -> "";
                    case OF_ALL -> "select pg_advisory_xact_lock(?);\n";
                    case OF_KEYS -> """
                        select pg_advisory_xact_lock_shared(?);
                        select pg_advisory_xact_lock(?, slot) from unnest(?) as slots(slot);
                        """;
                };
        String insert = text("""
            insert into TABLE (event_key, type, payload, headers)
            select k, t, p::jsonb, h::jsonb from unnest(?, ?, ?, ?) with ordinality as events(k, t, p, h, n) order by n""");
        return locking + insert + (notifying ? ";\nselect pg_notify(?, k) from unnest(?) as keys(k)" : "");
    }

    String notifyKeys() {
        return "select pg_notify(?, k) from unnest(?) as keys(k)";
    }

    String listen() {
        return "listen \"" + table + '"';
    }

    /** A head is the event of a key that is next. One key after the other is looked for, however many events it has. */
    String heads(boolean blocking) {
        return text("""
            with recursive head as (
              (select event_key, number, due_at from TABLE where state = 'PENDING' and event_key > ?
               order by event_key, number limit 1)
              union all
              select next.event_key, next.number, next.due_at from head, lateral (
                select event_key, number, due_at from TABLE
                where state = 'PENDING' and event_key > head.event_key order by event_key, number limit 1) as next
            )
            select event_key, ceil(extract(epoch from due_at - clock_timestamp()) * 1000)::bigint from head""") + (blocking ? "\nwhere " + unblocked("head") : "") + "\nlimit ?";
    }

    private String unblocked(String row) {
        return text("not exists (select 1 from TABLE as dead where dead.state = 'DEAD' and dead.event_key = " + row
                + ".event_key and dead.number < " + row + ".number)");
    }

    /** The row lock is the claim: it ends with its transaction, whatever becomes of who holds it. */
    String claim(boolean blocking, long stuckMillis) {
        return "set transaction isolation level read committed;\nset local idle_in_transaction_session_timeout = "
                + stuckMillis + ";\n" + text("""
            select number, type, payload::text, headers::text, recorded_at, attempts from TABLE as head
            where number = (
                select number from TABLE where state = 'PENDING' and event_key = ? order by number limit 1)
              and state = 'PENDING' and due_at <= clock_timestamp()""")
                + (blocking ? " and " + unblocked("head") : "") + "\nfor update skip locked";
    }

    String followers() {
        return text("""
            select number, type, payload::text, headers::text, recorded_at, attempts from TABLE
            where state = 'PENDING' and event_key = ? and number > ? and due_at <= clock_timestamp()
            order by number limit ? for update""");
    }

    String delivered(boolean kept) {
        return text(kept ? """
                        update TABLE set state = 'DELIVERED', attempts = attempts + 1, ended_at = clock_timestamp(),
                          error = null where number = any(?)""" : "delete from TABLE where number = any(?)");
    }

    /** Unless others try to deliver it, or have. */
    String failed() {
        return text("""
            update TABLE set state = ?, attempts = attempts + 1, error = ?,
              due_at = clock_timestamp() + ? * interval '1 millisecond',
              ended_at = case when ? then clock_timestamp() end
            where number = (
                select number from TABLE where number = ? and state = 'PENDING' and attempts = ?
                for update skip locked)""");
    }

    String purge() {
        return text("""
            delete from TABLE where number in (
                select number from TABLE
                where state = 'DELIVERED' and ended_at < clock_timestamp() - ? * interval '1 millisecond'
                order by ended_at limit 1000 for update skip locked)""");
    }

    String figures() {
        return text("""
            select waiting.total, coalesce(ceil(extract(epoch from clock_timestamp() - oldest.recorded_at) * 1000), 0)::bigint,
              (select count(*) from TABLE where state = 'DEAD')
            from (select count(*) as total, min(number) as first from TABLE where state = 'PENDING') as waiting
            left join TABLE as oldest on oldest.number = waiting.first""");
    }
}
