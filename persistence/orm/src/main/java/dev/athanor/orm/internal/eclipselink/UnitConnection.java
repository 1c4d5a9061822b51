// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.SqlException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.persistence.internal.databaseaccess.Accessor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/**
 * The connection of a unit of work's transaction. Relies on accessors having it between the beginning and the end of a
 * call; BulkInsertTest would notice.
 */
final class UnitConnection {
    private final UnitOfWorkImpl unit;

    UnitConnection(UnitOfWorkImpl unit) {
        this.unit = unit;
    }

    UnitOfWorkImpl unit() {
        return unit;
    }

    /** Does something with it. */
    <T> T use(String sql, Use<T> use) {
        Accessor accessor = Failures.translated(this::begun);
        try {
            return use.with(accessor.getConnection());
        } catch (SQLException e) {
            throw SqlException.of(e, sql);
        } finally {
            accessor.decrementCallCount();
        }
    }

    private Accessor begun() {
        Accessor accessor = unit.getAccessor();
        accessor.incrementCallCount(unit);
        return accessor;
    }

    /** Runs a statement without values. */
    void run(String sql) {
        use(sql, connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    /** What is done. */
    interface Use<T> {
        T with(Connection connection) throws SQLException;
    }
}
