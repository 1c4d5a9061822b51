// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.Collection;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.exceptions.ExceptionHandler;
import org.eclipse.persistence.internal.databaseaccess.DatabaseCall;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.jspecify.annotations.Nullable;

/**
 * Hears what EclipseLink does in a unit of work and in the session that has its connection, and tells it as events.
 * Relies on the order of EclipseLink's own events, and on failures being handed to its exception handlers after the
 * call has ended; SessionEventTest would notice. For one thread at a time.
 */
final class UnitListener extends SessionEventAdapter implements ExceptionHandler {
    private final UnitEvents events;
    private final @Nullable ExceptionHandler next;
    private @Nullable RunningStatement running;

    private UnitListener(UnitEvents events, @Nullable ExceptionHandler next) {
        this.events = events;
        this.next = next;
    }

    /** Listens to a unit of work that nobody has listened to. */
    static void install(UnitOfWorkImpl unit, UnitEvents events) {
        AbstractSession parent = unit.getParent();
        UnitListener listener = new UnitListener(events, unit.getExceptionHandler());
        for (AbstractSession session : new AbstractSession[] {unit, parent}) {
            session.getEventManager().addListener(listener);
            session.setExceptionHandler(listener);
        }
    }

    @Override
    public void postBeginTransaction(SessionEvent event) {
        events.begun();
    }

    @Override
    public void preFlushUnitOfWork(SessionEvent event) {
        events.flushing();
    }

    @Override
    public void postFlushUnitOfWork(SessionEvent event) {
        settle();
        events.flushed();
    }

    @Override
    public void postCalculateUnitOfWorkChangeSet(SessionEvent event) {
        events.calculated((UnitOfWorkChangeSet) event.getProperty("UnitOfWorkChangeSet"));
    }

    @Override
    public void preCommitUnitOfWork(SessionEvent event) {
        events.committing();
    }

    @Override
    public void prepareUnitOfWork(SessionEvent event) {
        settle();
        events.written();
    }

    @Override
    public void postCommitUnitOfWork(SessionEvent event) {
        settle();
        events.committed();
    }

    @Override
    public void postReleaseUnitOfWork(SessionEvent event) {
        settle();
        events.released();
    }

    @Override
    public void postAcquireConnection(SessionEvent event) {
        events.acquired();
    }

    @Override
    public void preReleaseConnection(SessionEvent event) {
        settle();
        events.releasing();
    }

    @Override
    public void preExecuteCall(SessionEvent event) {
        if (event.getCall() instanceof DatabaseCall call && !(call instanceof StatementCall)) {
            settle();
            load(call);
            if (events.areStatementsHeard()) {
                running = events.run(ProvidedStatement.of(call, events.mapped().masked()));
            }
        }
    }

    private void load(DatabaseCall call) {
        DatabaseMapping mapping =
                call.getQuery() == null ? null : call.getQuery().getSourceMapping();
        if (mapping != null && mapping.isForeignReferenceMapping()) {
            events.loading(mapping.getDescriptor().getJavaClass(), mapping.getAttributeName());
        }
    }

    /** A call without a result has failed, or found nothing: what happens next tells. */
    @Override
    public void postExecuteCall(SessionEvent event) {
        if (running == null || event.getCall() instanceof StatementCall) {
            return;
        }
        running.answered();
        if (event.getResult() != null) {
            done(rows(event.getResult()));
        }
    }

    private static long rows(Object result) {
        if (result instanceof Number count) {
            return count.longValue();
        }
        if (result instanceof Collection<?> rows) {
            return rows.size();
        }
        return result instanceof DatabaseCall ? 0 : 1;
    }

    private void settle() {
        done(0);
    }

    private void done(long rows) {
        RunningStatement ended = running;
        running = null;
        if (ended != null) {
            ended.done(rows);
        }
    }

    @Override
    public @Nullable Object handleException(RuntimeException exception) {
        RunningStatement ended = running;
        if (ended != null && exception instanceof DatabaseException) {
            running = null;
            ended.failed(exception);
        }
        if (next != null) {
            return next.handleException(exception);
        }
        throw exception;
    }
}
