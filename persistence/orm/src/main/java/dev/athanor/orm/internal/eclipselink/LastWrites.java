// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.SqlException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * What a unit of work writes as the last thing before its transaction commits. Relies on the session that has the
 * connection telling of the commit after all was flushed, under JTA before the completion; OutboxTest would notice, in
 * the container, too. After a rollback EclipseLink goes on with another unit of work. For one thread at a time.
 */
final class LastWrites extends SessionEventAdapter {
    private final UnitOfWorkImpl unit;
    private final List<Row<?>> rows = new ArrayList<>();

    private LastWrites(UnitOfWorkImpl unit) {
        this.unit = unit;
    }

    static LastWrites install(UnitOfWorkImpl unit) {
        LastWrites writes = new LastWrites(unit);
        unit.getParent().getEventManager().addListener(writes);
        return writes;
    }

    <R> void add(LastRows<R> how, R row) {
        rows.add(new Row<>(how, row));
    }

    int size() {
        return rows.size();
    }

    /** Forgets those that came after so many. */
    void keep(int number) {
        rows.subList(Math.min(number, rows.size()), rows.size()).clear();
    }

    @Override
    public void preCommitTransaction(SessionEvent event) {
        List<Row<?>> last = List.copyOf(rows);
        rows.clear();
        Map<LastRows<?>, List<Row<?>>> together = new LinkedHashMap<>();
        last.forEach(row ->
                together.computeIfAbsent(row.how, how -> new ArrayList<>()).add(row));
        together.forEach(this::write);
    }

    @SuppressWarnings("unchecked") // rows are of what writes them
    private <R> void write(LastRows<R> how, List<Row<?>> together) {
        List<R> values = together.stream().map(row -> (R) row.value).toList();
        try {
            how.write(Connections.of(unit), values);
        } catch (SQLException e) {
            throw SqlException.of(e, "");
        }
    }

    private record Row<R>(LastRows<R> how, R value) {}
}
