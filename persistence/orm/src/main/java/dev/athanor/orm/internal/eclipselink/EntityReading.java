// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.Compiled;
import dev.athanor.sql.SqlException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.EmptyRecord;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/** Runs statements whose rows are entities, and makes these of the rows. For one use by one thread. */
final class EntityReading {
    private final UnitOfWorkImpl unit;
    private final EntityPlan plan;
    private boolean refresh;

    EntityReading(UnitOfWorkImpl unit, EntityPlan plan) {
        this.unit = unit;
        this.plan = plan;
    }

    /** With the values of the rows for entities that are in the unit of work already, instead of their own. */
    EntityReading refreshing(boolean wanted) {
        refresh = wanted;
        return this;
    }

    /** Runs a statement, and gives each row and what it is. */
    void each(Compiled compiled, List<Integer> positions, int most, Sink sink) {
        try (Rows rows = open(compiled, positions, most, 0)) {
            while (rows.next(sink)) {
                // the sink has it
            }
        }
    }

    /** Runs a statement, whose rows are read one by one. To be closed. */
    Rows open(Compiled compiled, List<Integer> positions, int most, int fetchSize) {
        EntityQuery query = new EntityQuery(plan.descriptor(), new StatementCall(compiled, most, fetchSize));
        if (refresh) {
            query.refreshIdentityMapResult();
        }
        Cursor cursor = Failures.translated(() -> (Cursor) unit.executeQuery(query, EmptyRecord.getEmptyRecord()));
        query.setSession(unit);
        query.setTranslationRow(EmptyRecord.getEmptyRecord());
        try {
            return new Rows(cursor, new EntityRows(query, plan, positions, cursor));
        } catch (SQLException e) {
            cursor.close();
            throw SqlException.of(e, compiled.sql());
        }
    }

    /** The rows of an open cursor. */
    static final class Rows implements AutoCloseable {
        private final Cursor cursor;
        private final EntityRows entities;

        private Rows(Cursor cursor, EntityRows entities) {
            this.cursor = cursor;
            this.entities = entities;
        }

        /** Gives the next row; false if there is none. */
        boolean next(Sink sink) {
            try {
                if (!cursor.rows().next()) {
                    return false;
                }
                AbstractRecord record = entities.record(cursor.rows());
                sink.accept(
                        Failures.translated(() -> new Found(entities.entity(record))).entity, record, cursor.rows());
                return true;
            } catch (SQLException e) {
                throw SqlException.of(e, cursor.sql());
            }
        }

        @Override
        public void close() {
            cursor.close();
        }
    }

    /** Takes what is read. */
    @FunctionalInterface
    interface Sink {
        /**
         * Takes a row.
         *
         * @param entity what it is; null if there is none, as an outer join may have it
         * @param record its values
         * @param row the row, for what else is selected
         */
        void accept(@Nullable Object entity, AbstractRecord record, ResultSet row) throws SQLException;
    }

    private record Found(@Nullable Object entity) {}
}
