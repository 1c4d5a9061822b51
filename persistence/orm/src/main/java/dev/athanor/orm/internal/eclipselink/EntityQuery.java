// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.AbstractRecord;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.queries.ReadAllQuery;

/**
 * Opens a cursor by a unit of work's connection, and is what EclipseLink builds entities of its rows for. It neither
 * looks into the cache that units of work share, nor writes to it: a stale entity there would win over the row. Relies
 * on {@code executeObjectLevelReadQuery} being all that runs; SessionReadTest would notice.
 */
final class EntityQuery extends ReadAllQuery {
    private static final long serialVersionUID = 1L;

    private final StatementCall call;

    @SuppressWarnings("this-escape") // for one use
    EntityQuery(ClassDescriptor descriptor, StatementCall call) {
        super(descriptor.getJavaClass());
        this.call = call;
        setDescriptor(descriptor);
        setShouldPrepare(false);
        setIsPrePrepared(true);
        setIsPrepared(true);
        setIsExecutionClone(true);
        setShouldStoreBypassCache(true);
        setShouldRetrieveBypassCache(true);
        setShouldBuildNullForNullPk(true);
        if (descriptor.hasFetchGroupManager()) {
            setShouldUseDefaultFetchGroup(false);
        }
    }

    StatementCall call() {
        return call;
    }

    @Override
    public void checkPrepare(AbstractSession session, AbstractRecord row, boolean force) {}

    @Override
    protected void prepare() {}

    @Override
    public void prepareForExecution() {}

    @Override
    protected Object executeObjectLevelReadQuery() {
        setExecutionTime(System.currentTimeMillis());
        prepareFetchGroup();
        return Cursor.open(this, call, getTranslationRow());
    }
}
