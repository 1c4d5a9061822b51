// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.internal.data;

import dev.athanor.migrations.MigrationEvent;
import dev.athanor.migrations.MigrationEvent.Progressed;
import dev.athanor.migrations.data.Batches;
import dev.athanor.migrations.data.KeyRange;
import dev.athanor.migrations.internal.data.DataPosition.Place;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/** One run of a migration of rows, from where the last one was. For one thread. */
public final class DataRun implements Batches {
    /** The key in Liquibase's scope of who is told of progress. */
    public static final String EVENTS = "athanor.events";

    /** A deadlock, and a transaction that cannot be serialized. */
    private static final Set<String> AGAIN = Set.of("40P01", "40001");

    private static final int ATTEMPTS = 5;

    private final Connection connection;
    private final DataPosition position;
    private final String changeSet;
    private final int size;
    private final Consumer<MigrationEvent> events;
    private Place place = new Place(1, Optional.empty(), 0);
    private OptionalLong total = OptionalLong.empty();

    /** The number of the loop that the migration is at; those before the place's were done in an earlier run. */
    private int step;

    DataRun(Connection connection, DataPosition position, String changeSet, int size, Consumer<MigrationEvent> events) {
        this.connection = connection;
        this.position = position;
        this.changeSet = changeSet;
        this.size = size;
        this.events = events;
    }

    /** Leaves a transaction open in which the place is forgotten, for who records that all is done. */
    void run(Work migration) throws SQLException {
        connection.setAutoCommit(false);
        try {
            place = position.begin();
            migration.with(this);
            position.end();
        } catch (SQLException | RuntimeException e) {
            if (!connection.isClosed()) {
                connection.rollback();
            }
            throw e;
        }
    }

    @Override
    public void ofKeys(String table, String key, RangeWork work) throws SQLException {
        if (isDone()) {
            return;
        }
        KeyReader reader = KeyReader.of(connection, table, key);
        total = OptionalLong.of(reader.count());
        loop(() -> {
            Optional<KeyRange> range = reader.next(place.reached(), size);
            if (range.isPresent()) {
                work.accept(connection, range.get());
            }
            return range.map(keys -> place.after(keys.last(), keys.rows()));
        });
    }

    @Override
    public void untilNothingIsLeft(BatchWork work) throws SQLException {
        if (isDone()) {
            return;
        }
        total = OptionalLong.empty();
        loop(() -> {
            long rows = work.accept(connection);
            return rows == 0 ? Optional.empty() : Optional.of(place.after(rows));
        });
    }

    @Override
    public int size() {
        return size;
    }

    private boolean isDone() {
        step++;
        return step < place.step();
    }

    private void loop(Batch batch) throws SQLException {
        for (boolean more = true; more; ) {
            more = attempt(batch);
        }
    }

    private boolean attempt(Batch batch) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(batch);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !AGAIN.contains(e.getSQLState())) {
                    throw e;
                }
                connection.rollback();
            }
        }
    }

    private boolean once(Batch batch) throws SQLException {
        position.hold(place);
        Optional<Place> reached = batch.run();
        Place now = reached.orElseGet(place::next);
        position.reach(now);
        connection.commit();
        place = now;
        if (reached.isPresent()) {
            events.accept(new Progressed(changeSet, place.done(), total));
        }
        return reached.isPresent();
    }

    /** A batch: the place that it reaches, or none if nothing is left. */
    private interface Batch {
        Optional<Place> run() throws SQLException;
    }

    /** A migration, forwards or backwards. */
    interface Work {
        void with(Batches batches) throws SQLException;
    }
}
