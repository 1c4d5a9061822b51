// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.queries.DataReadQuery;

/**
 * Opens a cursor by a unit of work's connection, for rows that are no entities. Relies on EclipseLink executing queries
 * that say they are prepared as they are; SessionReadTest would notice.
 */
final class RowsQuery extends DataReadQuery {
    private static final long serialVersionUID = 1L;

    private final StatementCall call;

    @SuppressWarnings("this-escape") // for one use
    RowsQuery(StatementCall call) {
        this.call = call;
        setIsPrepared(true);
        setIsExecutionClone(true);
    }

    @Override
    public void checkPrepare(AbstractSession session, AbstractRecord row, boolean force) {}

    @Override
    protected void prepare() {}

    @Override
    public void prepareForExecution() {}

    @Override
    public Object executeDatabaseQuery() {
        return Cursor.open(this, call, getTranslationRow());
    }
}
