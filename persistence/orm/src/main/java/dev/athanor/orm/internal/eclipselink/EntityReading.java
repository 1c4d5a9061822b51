// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.Compiled;
import dev.athanor.sql.SqlException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.persistence.internal.sessions.EmptyRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/** Runs statements whose rows are entities, and makes these of the rows. For one use by one thread. */
final class EntityReading {
    private final UnitOfWorkImpl unit;
    private final MappedUnit mapped;
    private final EntityPlan plan;
    private final List<EntityPlan.Other> others = new ArrayList<>();
    private Optional<PartialEntities> partial = Optional.empty();
    private boolean refresh;

    EntityReading(UnitOfWorkImpl unit, MappedUnit mapped, EntityPlan plan) {
        this.unit = unit;
        this.mapped = mapped;
        this.plan = plan;
    }

    /** With the values of the rows for entities that are in the unit of work already, instead of their own. */
    EntityReading refreshing(boolean wanted) {
        refresh = wanted;
        return this;
    }

    /** With only a part of the attributes. */
    EntityReading only(Optional<PartialEntities> wanted) {
        partial = wanted;
        return this;
    }

    /** With what else is selected among the values of each row. */
    EntityReading with(List<EntityPlan.Other> selected) {
        others.addAll(selected);
        return this;
    }

    /** Runs a statement, and gives each row: the entity, or null where an outer join has none, and the row. */
    void each(Compiled compiled, List<Integer> positions, int most, BiConsumer<@Nullable Object, EntityRows.Row> sink) {
        try (Rows rows = open(compiled, positions, most, 0)) {
            rows.next(Integer.MAX_VALUE, sink);
        }
    }

    /** Runs a statement, whose rows are read a few at a time. To be closed. */
    Rows open(Compiled compiled, List<Integer> positions, int most, int fetchSize) {
        EntityQuery query = new EntityQuery(plan.descriptor(), new StatementCall(compiled, most, fetchSize).in(unit));
        boolean values = plan.descriptor().isAggregateCollectionDescriptor();
        if (values) {
            query.dontMaintainCache();
        }
        partial.ifPresent(wanted -> query.setFetchGroup(wanted.group()));
        if (refresh) {
            query.refreshIdentityMapResult();
        }
        Cursor cursor = Failures.translated(() -> (Cursor) unit.executeQuery(query, EmptyRecord.getEmptyRecord()));
        query.setSession(values ? unit.getParent() : unit);
        query.setTranslationRow(EmptyRecord.getEmptyRecord());
        try {
            EntityRows entities = plan.rows(query, positions, others, cursor);
            return new Rows(unit, cursor, entities, new EagerRelations(unit, mapped, plan).of(partial), refresh);
        } catch (SQLException e) {
            cursor.close();
            throw SqlException.of(e, compiled.sql());
        }
    }

    /** The rows of an open cursor. */
    static final class Rows implements AutoCloseable {
        private final Cursor cursor;
        private final EntityRows entities;
        private final EagerRelations eager;
        private final UnitOfWorkImpl unit;
        private final boolean refresh;

        private Rows(UnitOfWorkImpl unit, Cursor cursor, EntityRows entities, EagerRelations eager, boolean refresh) {
            this.unit = unit;
            this.cursor = cursor;
            this.entities = entities;
            this.eager = eager;
            this.refresh = refresh;
        }

        /**
         * Gives the next rows, so many at most; false if there are no more. What listeners are to be told of the
         * entities, EclipseLink defers to the end of its own queries.
         */
        boolean next(int most, BiConsumer<@Nullable Object, EntityRows.Row> sink) {
            entities.resume();
            return Failures.translated(() -> {
                boolean more = eager.isEmpty() ? each(most, sink) : all(most, sink);
                unit.executeDeferredEvents();
                return more;
            });
        }

        private boolean each(int most, BiConsumer<@Nullable Object, EntityRows.Row> sink) {
            try {
                for (int i = 0; i < most; i++) {
                    if (!cursor.next()) {
                        return false;
                    }
                    EntityRows.Row row = entities.read(cursor.rows());
                    sink.accept(row.entity(), row);
                }
                return true;
            } catch (SQLException e) {
                throw cursor.failed(e);
            }
        }

        private boolean all(int most, BiConsumer<@Nullable Object, EntityRows.Row> sink) {
            List<EntityRows.Row> rows = new ArrayList<>();
            boolean more = read(rows, most);
            eager.load(rows);
            rows.forEach(row -> sink.accept(eager.entity(row, refresh), row));
            eager.done();
            return more;
        }

        private boolean read(List<EntityRows.Row> rows, int most) {
            try {
                while (rows.size() < most) {
                    if (!cursor.next()) {
                        return false;
                    }
                    rows.add(entities.read(cursor.rows()));
                }
                return true;
            } catch (SQLException e) {
                throw cursor.failed(e);
            }
        }

        @Override
        public void close() {
            cursor.close();
        }
    }
}
