// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.internal.Once;
import dev.athanor.orm.transaction.TransactionSettings;
import dev.athanor.sql.Statement;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.Objects;
import java.util.function.Supplier;
import org.eclipse.persistence.internal.sessions.RepeatableWriteUnitOfWork;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * How a session gets to the unit of work that the thread has now, of its entity manager or of the replica's. As
 * thread-safe as the entity manager.
 */
final class Attachment {
    private final EclipseLinkSession session;
    private final EntityManager primary;
    private final Supplier<SessionSettings> settings;
    private final Supplier<SessionSettings> noting;
    private final @Nullable ReplicaRoute route;

    /** The settings are asked for when there is first something to do. */
    Attachment(
            EclipseLinkSession session,
            EntityManager primary,
            Supplier<SessionSettings> settings,
            @Nullable ReplicaRoute route) {
        this.session = session;
        this.primary = primary;
        this.settings = settings;
        this.noting = route == null ? settings : new Once<>(() -> route.noting(settings.get()));
        this.route = route;
    }

    static ServerSession server(EntityManager entities) {
        try {
            return entities.unwrap(ServerSession.class);
        } catch (PersistenceException | IllegalStateException e) {
            throw unusable("the entity manager is not one of EclipseLink's, or it is closed", e);
        }
    }

    /**
     * The unit of work, on the transaction's connection: all that is read is what the transaction sees. Beginning twice
     * would let the commit do nothing.
     */
    UnitOfWorkImpl unit() {
        UnitOfWorkImpl unit = attached();
        if (isInTransaction() && !unit.wasTransactionBegunPrematurely() && !unit.isInTransaction()) {
            Failures.translated(unit::beginEarlyTransaction);
        }
        UnitLimits limits = SessionContext.of(unit).limits();
        if (limits != null && unit.isInTransaction()) {
            limits.apply();
        }
        UnitEvents events = SessionContext.of(unit).events();
        if (events != null && unit.isInTransaction()) {
            events.begun();
        }
        return unit;
    }

    UnitOfWorkImpl attached() {
        isInTransaction();
        UnitOfWorkImpl unit = (UnitOfWorkImpl) entities().unwrap(UnitOfWork.class);
        SessionContext.attach(unit, session, settings()).check();
        return unit;
    }

    SessionContext context() {
        return SessionContext.of(attached());
    }

    /** A container's entity manager may know nothing of the thread, and fails in ways of its own. */
    boolean isInTransaction() {
        try {
            return entities().isJoinedToTransaction();
        } catch (RuntimeException e) {
            throw unusable(
                    "the entity manager is closed, or cannot be used by the thread "
                            + Thread.currentThread().getName()
                            + "; in a server, use those of a ManagedExecutorService",
                    e);
        }
    }

    /** Unless it is the database that cannot be used: a unit connects when it is first asked for anything. */
    private static RuntimeException unusable(String reason, RuntimeException failure) {
        return Failures.known(failure).orElseGet(() -> new OrmException(OrmError.SESSION_UNUSABLE, reason, failure));
    }

    /** Those of the transaction that there is. */
    EntityManager entities() {
        return isOnReplica() ? Objects.requireNonNull(route).entities() : primary;
    }

    /** What only reads, a replica may read. */
    void beginning(TransactionSettings rules) {
        if (route != null && rules.isReadOnly() && RoutedTransactions.fits(rules)) {
            route.onlyReads();
        }
    }

    private boolean isOnReplica() {
        return route != null && route.isTaken();
    }

    SessionSettings settings() {
        return (route == null || !route.isUsed() || route.isTaken() ? settings : noting).get();
    }

    /** The unit of work; in its transaction, if anybody is to be told of that. */
    UnitOfWorkImpl listen() {
        return settings().listeners().isEmpty() ? attached() : unit();
    }

    Reader reader() {
        flushBeforeReading();
        return newReader();
    }

    /** What a statement writes itself, it writes to rows that are as the session left them. */
    Reader reader(Statement statement) {
        if (Written.writes(statement)) {
            needTransaction("a statement writes in a transaction");
            flush();
        } else {
            flushBeforeReading();
        }
        return newReader();
    }

    Reader newReader() {
        UnitOfWorkImpl unit = unit();
        return new Reader(unit, SessionContext.of(unit).mapped());
    }

    void flush() {
        listen();
        if (!isFlushing()) {
            context().flush(entities());
        }
    }

    /**
     * Listeners that are told of a flush may read: EclipseLink takes it for begun only after it has told that, and for
     * ended before, and would flush within it without end. ReadingListenerTest would notice.
     */
    private boolean isFlushing() {
        UnitEvents events = context().events();
        return events != null && events.isFlushing();
    }

    /** EclipseLink's flush looks at every entity; where nothing is to be written, nobody is told of one. */
    void flushBeforeReading() {
        if (isInTransaction() && context().autoflush() && !isFlushing()) {
            RepeatableWriteUnitOfWork unit = (RepeatableWriteUnitOfWork) listen();
            if (Pending.in(unit, context().mapped())) {
                context().flush(entities());
            }
        }
    }

    void needTransaction(String reason) {
        if (!isInTransaction()) {
            throw Failures.transactionNeeded(reason);
        }
    }
}
