// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.Session;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.TimeLimits;
import dev.athanor.sql.Compiled;
import dev.athanor.sql.Option;
import dev.athanor.sql.tree.Command;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityTransaction;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.persistence.internal.sessions.RepeatableWriteUnitOfWork;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.jpa.JpaEntityManager;
import org.eclipse.persistence.mappings.ForeignReferenceMapping;
import org.jspecify.annotations.Nullable;

/**
 * What a unit of work carries for the sessions over it, and for what its entities load later. For one thread at a time.
 */
final class SessionContext {
    private static final String PROPERTY = SessionContext.class.getName();

    private final MappedUnit mapped;
    private final SessionSettings settings;
    private final UnitOfWorkImpl unit;
    private final EntityManager entities;
    private final LazyLoads lazyLoads;
    private boolean autoflush = true;
    private final Sides sides;
    private final Nesting nesting;
    private final Characteristics characteristics;
    private final @Nullable UnitEvents events;
    private Filters filters;
    private @Nullable Interruption interruption;
    private @Nullable UnitLimits limits;
    private @Nullable LastWrites lastWrites;
    private @Nullable PageSeal seal;

    private SessionContext(
            UnitOfWorkImpl unit,
            EntityManager entities,
            EclipseLinkSession session,
            MappedUnit mapped,
            SessionSettings settings) {
        this.unit = unit;
        this.entities = entities;
        this.mapped = mapped;
        this.settings = settings;
        this.lazyLoads = new LazyLoads(unit, this);
        this.sides = new Sides(unit, mapped.partners());
        this.nesting = new Nesting(unit, this);
        this.characteristics = new Characteristics(nesting);
        this.filters = Filters.of(mapped.uses().filters()).with(settings.filters());
        this.events = events(session);
        this.limits = settings.limits().isEmpty() ? null : UnitLimits.of(unit, nesting, settings.limits());
    }

    private @Nullable UnitEvents events(Session session) {
        if (settings.listeners().isEmpty()) {
            return null;
        }
        UnitEvents heard = new UnitEvents(unit, mapped, session, settings.listeners(), characteristics);
        UnitListener.install(unit, heard);
        lazyLoads.listen((entity, attribute) -> heard.loading(entity.getClass(), attribute));
        return heard;
    }

    /** Lets a unit of work carry it, unless a session has before. */
    static SessionContext attach(UnitOfWorkImpl unit, EclipseLinkSession session, SessionSettings settings) {
        if (unit.getProperty(PROPERTY) instanceof SessionContext there) {
            return there;
        }
        // The unit's own: a container's leads to another in the next transaction.
        JpaEntityManager own = session.entities().unwrap(JpaEntityManager.class);
        MappedUnit mapped = MappedUnit.of(own.getServerSession());
        LeanIdentityMap.install(unit);
        Registered.install((RepeatableWriteUnitOfWork) unit, mapped);
        RollbackOnly.afterFailures(unit); // before listeners, which pass failures on
        SessionContext context = new SessionContext(unit, own, session, mapped, settings);
        unit.setProperty(PROPERTY, context);
        GuardedReads.guardAll(unit, context.lazyLoads());
        return context;
    }

    /** How long its statements may take; none if that is the database's. */
    @Nullable
    UnitLimits limits() {
        return limits;
    }

    /** Does something within other limits. */
    <T> T limited(TimeLimits others, Supplier<T> work) {
        UnitLimits known = limits;
        if (known == null) {
            known = UnitLimits.of(unit, nesting, TimeLimits.none());
            limits = known;
        }
        return known.with(others, work);
    }

    /** From now on its sessions refuse to do more when others have stopped it. */
    void interruptible(Interruption by) {
        interruption = by;
    }

    /** An error if others have stopped what is done. */
    void check() {
        if (interruption != null) {
            interruption.check();
        }
    }

    /** That of a unit of work that a session works with. */
    static SessionContext of(UnitOfWorkImpl unit) {
        return (SessionContext) Objects.requireNonNull(unit.getProperty(PROPERTY), "no session has used this unit");
    }

    /** What tells listeners of this unit of work; none if nobody listens. */
    @Nullable
    UnitEvents events() {
        return events;
    }

    /** That of a unit of work; none if no session works with it. */
    static Optional<SessionContext> find(UnitOfWorkImpl unit) {
        return unit.getProperty(PROPERTY) instanceof SessionContext context ? Optional.of(context) : Optional.empty();
    }

    /** What keeps both sides of its entities' relations in step. */
    Sides sides() {
        return sides;
    }

    MappedUnit mapped() {
        return mapped;
    }

    SessionSettings settings() {
        return settings;
    }

    /** What can be undone alone in its transaction. */
    Nesting nesting() {
        return nesting;
    }

    /** How its transactions are. */
    Characteristics characteristics() {
        return characteristics;
    }

    /** Writes a row when the transaction commits. */
    <R> void writeLast(LastRows<R> how, R row) {
        if (lastWrites == null) {
            lastWrites = LastWrites.install(unit);
        }
        lastWrites.add(how, row);
    }

    /** How many rows are to be written then. */
    int lastRows() {
        return lastWrites == null ? 0 : lastWrites.size();
    }

    /** Writes no more than so many of them: others were undone. */
    void keepLastRows(int number) {
        if (lastWrites != null) {
            lastWrites.keep(number);
        }
    }

    EntityManager entities() {
        return entities;
    }

    /** The transaction of the entity manager's own that there is, if it is not a container's. */
    Optional<EntityTransaction> localTransaction() {
        return Optional.of(entities)
                .filter(EntityManager::isOpen)
                .map(EntityManager::getTransaction)
                .filter(EntityTransaction::isActive);
    }

    /** Writes what is changed, by an entity manager of the unit of work. */
    void flush(EntityManager by) {
        Runnable flush = () -> Failures.translated(by::flush);
        if (events == null) {
            flush.run();
        } else {
            events.settled(flush);
        }
    }

    /** Whether statements flush before they read. */
    boolean autoflush() {
        return autoflush;
    }

    /** Does something whose statements do not flush before they read. */
    <T> T noAutoflush(Supplier<T> work) {
        boolean before = autoflush;
        autoflush = false;
        try {
            return work.get();
        } finally {
            autoflush = before;
        }
    }

    /** What seals cursors; made when it is needed, as most units of work turn no pages. */
    PageSeal seal() {
        PageSeal known = seal;
        if (known == null) {
            known = settings.cursorKey().map(PageSeal::of).orElseGet(mapped::seal);
            seal = known;
        }
        return known;
    }

    /** The filters that hold now. */
    Filters filters() {
        return filters;
    }

    /** Whether filters may hide something that a relation leads to. */
    boolean hides(ForeignReferenceMapping relation) {
        return !filters.isEmpty()
                && relation.getReferenceDescriptor() != null
                && filters.concern(relation.getReferenceDescriptor());
    }

    /** A statement about those rows only that the filters let it see. */
    Command filtered(Command command) {
        return filters.isEmpty() ? command : new Filtering(mapped, filters.active()).map(command);
    }

    /** Does something while other filters hold. */
    <T> T with(Filters others, Supplier<T> work) {
        Filters before = filters;
        filters = others;
        try {
            return work.get();
        } finally {
            filters = before;
        }
    }

    /** Does something while those filters hold that options leave. */
    <T> T by(List<? extends Option<?>> options, Supplier<T> work) {
        return with(filters.by(options), work);
    }

    /** What loads relations when they are used. */
    LazyLoads lazyLoads() {
        return lazyLoads;
    }

    /** What a statement runs as that the session makes itself: of relations, and of entities by their keys. */
    Compiled compiled(Command command) {
        return compiled(command, Compiled::of);
    }

    /**
     * The same of one that has a statement of the caller's as a part.
     *
     * @param compiling what makes it with the values that the caller's has
     */
    Compiled compiled(Command command, Function<Command, Compiled> compiling) {
        return compiling.apply(filtered(command));
    }

    /** Whether what is read now is what a transaction sees. */
    boolean isInTransaction() {
        return unit.wasTransactionBegunPrematurely()
                || unit.isInTransaction()
                || unit.getCommitManager().isActive()
                || (entities.isOpen() && entities.isJoinedToTransaction());
    }
}
