// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.Session;
import dev.athanor.orm.event.ConnectionEvent;
import dev.athanor.orm.event.EntityEvent;
import dev.athanor.orm.event.EventScope;
import dev.athanor.orm.event.FlushEvent;
import dev.athanor.orm.event.LazyLoad;
import dev.athanor.orm.event.Listeners;
import dev.athanor.orm.event.SavepointEvent;
import dev.athanor.orm.event.SessionEvent;
import dev.athanor.orm.event.SqlText;
import dev.athanor.orm.event.StatementEvent;
import dev.athanor.orm.event.TransactionEvent;
import java.util.function.Function;
import org.eclipse.persistence.internal.sessions.UnitOfWorkChangeSet;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/** Tells listeners what happens in a unit of work. There is none where nobody listens. For one thread at a time. */
final class UnitEvents {
    private final Listeners listeners;
    private final Session session;
    private final MappedUnit mapped;
    private final EntityEvents entities;
    private final UnitOfWorkImpl unit;
    private final Characteristics characteristics;
    private final boolean statementsHeard;
    private final boolean entitiesHeard;
    private final boolean loadsHeard;
    private TransactionScope scope;
    private boolean committing;
    private boolean flushing;
    private boolean settling;

    UnitEvents(
            UnitOfWorkImpl unit,
            MappedUnit mapped,
            Session session,
            Listeners listeners,
            Characteristics characteristics) {
        this.unit = unit;
        this.characteristics = characteristics;
        this.listeners = listeners;
        this.session = session;
        this.mapped = mapped;
        this.entities = new EntityEvents(unit, mapped);
        this.statementsHeard = listeners.hear(StatementEvent.class);
        this.entitiesHeard = listeners.hear(EntityEvent.class);
        this.loadsHeard = listeners.hear(LazyLoad.class);
        this.scope = new TransactionScope(session, 0);
    }

    private void tell(SessionEvent event) {
        listeners.tell(event);
    }

    TransactionScope scope() {
        return scope;
    }

    MappedUnit mapped() {
        return mapped;
    }

    boolean areStatementsHeard() {
        return statementsHeard;
    }

    void begun() {
        if (!scope.isTransaction()) {
            characteristics.apply(unit); // before listeners, which may run statements
            scope = new TransactionScope(session, mapped.nextTransaction());
            tell(new TransactionEvent.AfterBegin(scope));
        }
    }

    void committing() {
        tell(new TransactionEvent.BeforeCommit(scope));
        committing = true;
        flushing();
    }

    /** From before listeners are told of a flush until all of them were told that it is done. */
    boolean isFlushing() {
        return flushing;
    }

    /** A flush did not come to its end, and is undone. */
    void undone() {
        flushing = false;
        entities.forget();
    }

    void savepoint(Function<EventScope, SavepointEvent> event) {
        tell(event.apply(scope));
    }

    void flushing() {
        flushing = true;
        tell(new FlushEvent.BeforeFlush(scope));
        if (entitiesHeard) {
            entities.before(this::tell, scope);
        }
    }

    /**
     * Does a flush, and tells that it is done only then: EclipseLink tells that before it forgets what it has written,
     * and with it what listeners change meanwhile. ReadingListenerTest would notice.
     */
    void settled(Runnable flush) {
        settling = true;
        try {
            flush.run();
        } finally {
            settling = false;
        }
        flushed();
    }

    void calculated(UnitOfWorkChangeSet changes) {
        if (entitiesHeard && flushing) {
            entities.calculated(changes, this::tell, scope);
        }
    }

    /** What a flush sends is written; one that a commit makes has no end of its own. */
    void written() {
        if (committing) {
            flushed();
        }
    }

    void flushed() {
        if (flushing && !settling) {
            try {
                entities.after(this::tell, scope);
                tell(new FlushEvent.AfterFlush(scope));
            } finally {
                flushing = false;
            }
        }
    }

    void committed() {
        flushed();
        TransactionScope done = end();
        if (done.isTransaction()) {
            tell(new TransactionEvent.AfterCommit(done));
        }
    }

    /** Without having committed, if there is a transaction. */
    void released() {
        flushing = false;
        entities.forget();
        TransactionScope done = end();
        if (done.isTransaction()) {
            tell(new TransactionEvent.AfterRollback(done));
        }
    }

    private TransactionScope end() {
        TransactionScope done = scope;
        scope = new TransactionScope(session, 0);
        committing = false;
        return done;
    }

    void acquired() {
        tell(new ConnectionEvent.AfterAcquire(scope));
    }

    void releasing() {
        tell(new ConnectionEvent.BeforeRelease(scope));
    }

    /** A statement begins; nothing if nobody listens to statements. */
    RunningStatement run(SqlText statement) {
        RunningStatement running = new RunningStatement(listeners, scope, statement);
        tell(new StatementEvent.BeforeStatement(scope, statement));
        return running.start();
    }

    void loading(Class<?> entity, String attribute) {
        if (loadsHeard) {
            tell(new LazyLoad(scope, entity, attribute, Caller::find));
        }
    }
}
