// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.sql.SqlException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.queries.DatabaseQuery;
import org.jspecify.annotations.Nullable;

/** The rows of a statement that EclipseLink runs, until it is closed. */
final class Cursor implements AutoCloseable {
    private final DatabaseQuery query;
    private final DatabaseCall call;
    private final AbstractSession execution;
    private final DatabaseAccessor accessor;
    private final Statement statement;
    private final @Nullable ResultSet rows;
    private final @Nullable RunningStatement running;
    private long read;

    private Cursor(
            DatabaseQuery query, DatabaseCall call, AbstractSession execution, @Nullable RunningStatement running) {
        this.running = running;
        this.query = query;
        this.call = call;
        this.execution = execution;
        this.accessor = (DatabaseAccessor) query.getAccessor();
        this.statement = call.getStatement();
        this.rows = call.getResult();
    }

    /** Runs a call for a query that EclipseLink executes. */
    static Cursor open(DatabaseQuery query, StatementCall call, AbstractRecord row) {
        call.setQuery(query);
        AbstractSession execution = query.getExecutionSession();
        RunningStatement running = call.running(query.getSession());
        try {
            DatabaseCall done = (DatabaseCall) execution.executeCall(call, row, query);
            if (running != null) {
                running.answered();
            }
            return new Cursor(query, done, execution, running);
        } catch (RuntimeException e) {
            RollbackOnly.mark(query.getSession(), e);
            if (running != null) {
                running.failed(e);
            }
            throw e;
        }
    }

    /** Goes to the next row, if there is one. */
    boolean next() throws SQLException {
        boolean more = rows().next();
        if (more) {
            read++;
        }
        return more;
    }

    ResultSet rows() {
        return Objects.requireNonNull(rows, "rows");
    }

    /** How many rows were touched, of a call that counts. */
    long count() {
        try {
            read = call.getExecuteReturnValue() ? returned() : statement.getLargeUpdateCount();
            return read;
        } catch (SQLException e) {
            throw SqlException.of(e, sql());
        }
    }

    private long returned() throws SQLException {
        long count = 0;
        try (ResultSet returned = statement.getResultSet()) {
            while (returned.next()) {
                count++;
            }
        }
        return count;
    }

    /** What it means that rows could not be read. */
    SqlException failed(SQLException failure) {
        RollbackOnly.mark(query.getSession(), failure);
        return SqlException.of(failure, sql());
    }

    ColumnReader.Reading reading() {
        return new ColumnReader.Reading(accessor, execution);
    }

    String sql() {
        return call.getSQLString();
    }

    /** Gives back the connection, too, if it was taken for this call only. */
    @Override
    public void close() {
        try {
            if (rows != null) {
                rows.close();
            }
            accessor.releaseStatement(statement, sql(), call, execution);
        } catch (SQLException e) {
            throw SqlException.of(e, sql());
        } finally {
            if (call.hasAllocatedConnection()) {
                execution.releaseConnectionAfterCall(query);
            }
        }
        if (running != null) {
            running.done(read);
        }
    }
}
