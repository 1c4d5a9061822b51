// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.event.SqlText;
import dev.athanor.sql.Compiled;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Vector;
import org.eclipse.persistence.internal.databaseaccess.Accessor;
import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.queries.SQLCall;
import org.jspecify.annotations.Nullable;

/**
 * A statement as EclipseLink runs it: on the connection that it chooses, with its log, but bound by the statement's own
 * types. Relies on calls that return cursors leaving result and statement to the caller, and on
 * {@code prepareStatement} being asked for the JDBC statement; SessionReadTest would notice.
 */
@SuppressWarnings("unchecked") // EclipseLink's own, of a list of parameters
final class StatementCall extends SQLCall {
    private static final long serialVersionUID = 1L;

    private final transient Compiled compiled;
    private final int most;
    private final int atOnce;
    private transient @Nullable UnitOfWorkImpl inside;

    @SuppressWarnings({"JdkObsolete", "this-escape"}) // EclipseLink's lists of fields are vectors
    StatementCall(Compiled compiled, int most, int atOnce) {
        this.compiled = compiled;
        this.most = most;
        this.atOnce = atOnce;
        setSQLStringInternal(compiled.sql());
        setHasCustomSQLArguments(false);
        setIsPrepared(true);
        returnCursor();
        setReturnsResultSet(true);
        setIsFieldMatchingRequired(false);
        setFields(new Vector<>());
        setBatchExecutionSupported(false); // what is in a batch runs before
    }

    /** For a statement that may give no rows, but a number of them. */
    StatementCall counting() {
        setExecuteUpdate();
        return this;
    }

    @Override
    public PreparedStatement prepareStatement(DatabaseAccessor accessor, AbstractRecord row, AbstractSession session)
            throws SQLException {
        PreparedStatement statement = accessor.getConnection().prepareStatement(compiled.sql());
        try {
            statement.setMaxRows(most);
            statement.setFetchSize(atOnce);
            compiled.bindTo(statement);
            return statement;
        } catch (SQLException | RuntimeException | Error e) {
            try {
                statement.close();
            } catch (SQLException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    /** It runs at once, after what units that write in batches have collected. */
    @Override
    public boolean isBatchExecutionSupported() {
        return false;
    }

    /** The same for what a unit of work does by another session's query. */
    StatementCall in(UnitOfWorkImpl unit) {
        inside = unit;
        return this;
    }

    /** Tells that it is about to run; nothing if nobody listens to statements. */
    @Nullable
    RunningStatement running(AbstractSession session) {
        AbstractSession unit = inside == null ? session : inside;
        SessionContext context =
                unit instanceof UnitOfWorkImpl work ? SessionContext.find(work).orElse(null) : null;
        UnitEvents events = context == null ? null : context.events();
        return events != null && events.areStatementsHeard() ? events.run(told(events.mapped())) : null;
    }

    private SqlText told(MappedUnit mapped) {
        return new SqlText(
                compiled.sql(),
                false,
                () -> compiled.values(MaskedBinds.of(compiled.command(), mapped.masked())::contains, SqlText.MASK),
                Caller::find);
    }

    /** Without the values, which may be secrets. */
    @Override
    public String getLogString(Accessor accessor) {
        return compiled.sql();
    }

    @Override
    public boolean shouldCacheStatement(AbstractSession session) {
        return false;
    }
}
