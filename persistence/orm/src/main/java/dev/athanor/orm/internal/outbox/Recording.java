// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.outbox;

import dev.athanor.orm.internal.eclipselink.LastRows;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/**
 * Writes the events of a transaction when it commits, by one round trip. The numbers of the events of a key are in the
 * order in which their transactions commit, because these hold a lock of the key from there to their end: the last of
 * all locks they take, and all in the same order, so that nobody waits in circles.
 */
record Recording(OutboxSql sql, boolean notifying) implements LastRows<RecordedEvent> {
    /**
     * Who writes events of more keys locks all others out for the moment: PostgreSQL has room for so many locks only.
     */
    private static final int FEW_KEYS = 500;

    /** Of more keys nobody is told. */
    private static final int FEW_NOTIFICATIONS = 100;

    /** PostgreSQL takes no more than 8000 bytes. */
    private static final int SHORT_KEY = 500;

    @Override
    public void write(Connection connection, List<RecordedEvent> events) throws SQLException {
        List<Integer> slots = events.stream()
                .filter(RecordedEvent::ordered)
                .map(event -> event.key().hashCode())
                .distinct()
                .sorted()
                .toList();
        OutboxSql.Locks locks = locks(slots);
        try (PreparedStatement statement = connection.prepareStatement(sql.record(locks, notifying))) {
            int next = 1;
            if (locks != OutboxSql.Locks.NONE) {
                statement.setLong(next++, sql.lock());
            }
            if (locks == OutboxSql.Locks.OF_KEYS) {
                statement.setInt(next++, sql.table().hashCode());
                statement.setArray(next++, connection.createArrayOf("int4", slots.toArray()));
            }
            statement.setArray(next++, texts(connection, events, RecordedEvent::key));
            statement.setArray(next++, texts(connection, events, RecordedEvent::type));
            statement.setArray(next++, texts(connection, events, RecordedEvent::payload));
            statement.setArray(next++, texts(connection, events, RecordedEvent::headers));
            if (notifying) {
                statement.setString(next++, sql.channel());
                statement.setArray(next, connection.createArrayOf("text", notified(events)));
            }
            statement.execute();
        }
    }

    private static OutboxSql.Locks locks(List<Integer> slots) {
        if (slots.isEmpty()) {
            return OutboxSql.Locks.NONE;
        }
        return slots.size() > FEW_KEYS ? OutboxSql.Locks.OF_ALL : OutboxSql.Locks.OF_KEYS;
    }

    private static Array texts(Connection connection, List<RecordedEvent> events, Function<RecordedEvent, String> text)
            throws SQLException {
        return connection.createArrayOf("text", events.stream().map(text).toArray());
    }

    /** The keys, or nothing if they are too many or too long: then all are looked for. */
    private static Object[] notified(List<RecordedEvent> events) {
        List<String> keys = events.stream().map(RecordedEvent::key).distinct().toList();
        boolean told = keys.size() <= FEW_NOTIFICATIONS && keys.stream().allMatch(key -> key.length() <= SHORT_KEY);
        return told ? keys.toArray() : new Object[] {""};
    }
}
