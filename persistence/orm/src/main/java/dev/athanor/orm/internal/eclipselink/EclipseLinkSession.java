// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.EntityFilter;
import dev.athanor.orm.EntityState;
import dev.athanor.orm.History;
import dev.athanor.orm.Keyset;
import dev.athanor.orm.KeysetPage;
import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Page;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.Synchronize;
import dev.athanor.orm.TimeLimits;
import dev.athanor.orm.Work;
import dev.athanor.orm.audit.Revision;
import dev.athanor.orm.bulk.Bulk;
import dev.athanor.orm.insight.Plan;
import dev.athanor.orm.transaction.IsolationLevel;
import dev.athanor.orm.transaction.TransactionSettings;
import dev.athanor.sql.Compiled;
import dev.athanor.sql.Option;
import dev.athanor.sql.Query;
import dev.athanor.sql.Rows;
import dev.athanor.sql.Select;
import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.Statement;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.persistence.internal.sessions.RepeatableWriteUnitOfWork;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.UnitOfWork;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * A session over an entity manager of EclipseLink's, as thread-safe as that: what it knows of a unit of work, the unit
 * of work carries.
 */
public final class EclipseLinkSession implements Session {
    private final EntityManager primary;
    private final SessionSettings settings;
    private final SessionSettings onReplica;
    private final @Nullable ReplicaRoute route;

    private EclipseLinkSession(EntityManager primary, SessionSettings settings, @Nullable ReplicaRoute route) {
        this.primary = primary;
        this.settings = route == null ? settings : route.noting(settings);
        this.onReplica = settings;
        this.route = route;
    }

    /** A session that works with an entity manager. */
    public static EclipseLinkSession of(EntityManager entities, SessionSettings settings) {
        MappedUnit.of(server(entities));
        EclipseLinkSession session = new EclipseLinkSession(entities, settings, null);
        if (session.isInTransaction()) {
            session.attached();
        }
        return session;
    }

    /** A session that works with an entity manager of a container's, which leads each thread to its own. */
    public static EclipseLinkSession managed(EntityManager entities, SessionSettings settings) {
        return new EclipseLinkSession(entities, settings, null);
    }

    /** The same, which a replica takes the place of in transactions that only read. */
    public static EclipseLinkSession managed(EntityManager entities, SessionSettings settings, ReplicaRoute route) {
        return new EclipseLinkSession(entities, settings, route);
    }

    /** The same session, or one over its entity manager. */
    public static EclipseLinkSession of(Session session) {
        return session instanceof EclipseLinkSession own
                ? own
                : of(session.entityManager(), SessionSettings.standard());
    }

    static ServerSession server(EntityManager entities) {
        try {
            return entities.unwrap(ServerSession.class);
        } catch (jakarta.persistence.PersistenceException | IllegalStateException e) {
            throw new OrmException(
                    OrmError.SESSION_UNUSABLE, "the entity manager is not one of EclipseLink's, or it is closed", e);
        }
    }

    /**
     * The unit of work, on the transaction's connection: all that is read is what the transaction sees. Beginning twice
     * would let the commit do nothing.
     */
    private UnitOfWorkImpl unit() {
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

    private UnitOfWorkImpl attached() {
        isInTransaction();
        UnitOfWorkImpl unit = (UnitOfWorkImpl) entities().unwrap(UnitOfWork.class);
        SessionContext.attach(unit, this, settings()).check();
        return unit;
    }

    private SessionContext context() {
        return SessionContext.of(attached());
    }

    /** A container's entity manager may know nothing of the thread, and fails in ways of its own. */
    private boolean isInTransaction() {
        try {
            return entities().isJoinedToTransaction();
        } catch (RuntimeException e) {
            throw new OrmException(
                    OrmError.SESSION_UNUSABLE,
                    "the entity manager is closed, or cannot be used by the thread "
                            + Thread.currentThread().getName()
                            + "; in a server, use those of a ManagedExecutorService",
                    e);
        }
    }

    /** Lets others stop what is done in the transaction that has begun. */
    StatementCancel interruptible(Interruption interruption, SessionFactory others) {
        UnitOfWorkImpl unit = unit();
        SessionContext.of(unit).interruptible(interruption);
        return StatementCancel.of(Connections.of(unit), others);
    }

    /** Writes what is changed, if anything is. */
    void writePending() {
        flushBeforeReading();
    }

    /** Those of the transaction that there is. */
    EntityManager entities() {
        return isOnReplica() ? Objects.requireNonNull(route).entities() : primary;
    }

    private boolean isOnReplica() {
        return route != null && route.isTaken();
    }

    private SessionSettings settings() {
        return isOnReplica() ? onReplica : settings;
    }

    /** The unit of work; in its transaction, if anybody is to be told of that. */
    UnitOfWorkImpl listen() {
        return settings().listeners().isEmpty() ? attached() : unit();
    }

    /** In the transaction that has just begun. */
    void begin(TransactionSettings rules) {
        context().characteristics().set(rules, this::unit);
    }

    private Reader reader() {
        flushBeforeReading();
        return newReader();
    }

    /** What a statement writes itself, it writes to rows that are as the session left them. */
    private Reader reader(Statement statement) {
        if (Written.writes(statement)) {
            needTransaction("a statement writes in a transaction");
            flush();
        } else {
            flushBeforeReading();
        }
        return newReader();
    }

    private Reader newReader() {
        UnitOfWorkImpl unit = unit();
        return new Reader(unit, SessionContext.of(unit).mapped());
    }

    /** EclipseLink's flush looks at every entity; where nothing is to be written, nobody is told of one. */
    private void flushBeforeReading() {
        if (isInTransaction() && context().autoflush()) {
            RepeatableWriteUnitOfWork unit = (RepeatableWriteUnitOfWork) listen();
            if (Pending.in(unit, context().mapped())) {
                Failures.translated(entities()::flush);
            }
        }
    }

    private States states() {
        return new States(unit());
    }

    @Override
    public void add(Object entity) {
        listen();
        Failures.translated(() -> entities().persist(entity));
    }

    @Override
    public <E> Optional<E> get(Class<E> type, Object key) {
        UnitOfWorkImpl unit = unit();
        MappedUnit mapped = SessionContext.of(unit).mapped();
        EntityPlan plan = mapped.plan(MappedUnit.descriptor(unit, type));
        return new KeyReading(unit, mapped, plan).one(type, key, this::flushBeforeReading);
    }

    @Override
    public <E> List<E> getAll(Class<E> type, Collection<?> keys, List<Option<? super E>> options) {
        UnitOfWorkImpl unit = unit();
        MappedUnit mapped = SessionContext.of(unit).mapped();
        EntityPlan plan = mapped.plan(MappedUnit.descriptor(unit, type));
        return SessionContext.of(unit).by(options, () -> {
            List<E> found = new KeyReading(unit, mapped, plan).all(type, keys, this::flushBeforeReading);
            new Loading(unit, mapped).all(found, options);
            return found;
        });
    }

    @Override
    public void delete(Object entity) {
        listen();
        Failures.translated(() -> deleting().delete(entity));
    }

    @Override
    public void restore(Object entity) {
        listen();
        Failures.translated(() -> deleting().restore(entity));
    }

    @Override
    public void purge(Object entity) {
        listen();
        Failures.translated(() -> deleting().purge(entity));
    }

    private Deleting deleting() {
        return new Deleting(entities(), unit(), Clock.system(ZoneId.systemDefault()));
    }

    @Override
    public <E> E merge(E entity) {
        UnitOfWorkImpl unit = listen();
        E merged = Failures.translated(() -> entities().merge(entity));
        LazyLoads.of(unit).adopt(merged);
        return merged;
    }

    @Override
    public void refresh(Object entity) {
        listen();
        Failures.translated(() -> entities().refresh(entity));
        LazyLoads.of(unit()).adopt(entity);
    }

    @Override
    public void expire(Object entity) {
        states().expire(entity);
    }

    @Override
    public void expunge(Object entity) {
        attached();
        Failures.translated(() -> entities().detach(entity));
    }

    @Override
    public void flush() {
        listen();
        Failures.translated(entities()::flush);
    }

    @Override
    public boolean contains(Object entity) {
        attached();
        return entities().contains(entity);
    }

    @Override
    public <R> List<R> list(Rows<R> statement) {
        return reader(statement).list(statement, 0);
    }

    @Override
    public <R> R one(Rows<R> statement) {
        List<R> rows = oneAtMost(statement);
        if (rows.isEmpty()) {
            throw new SqlException(SqlError.NO_ROW, "there is no row where one was wanted");
        }
        return rows.get(0);
    }

    @Override
    public <R> Optional<R> oneOrNone(Rows<R> statement) {
        return firstOf(oneAtMost(statement));
    }

    @Override
    public <R> Optional<R> first(Rows<R> statement) {
        return firstOf(reader(statement).list(statement, 1));
    }

    private static <R> Optional<R> firstOf(List<R> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.ofNullable(rows.get(0));
    }

    private <R> List<R> oneAtMost(Rows<R> statement) {
        List<R> rows = reader(statement).list(statement, 2);
        if (rows.size() > 1) {
            throw new SqlException(
                    SqlError.SEVERAL_ROWS, "there are several rows where one was wanted; use first(…) if any will do");
        }
        return rows;
    }

    @Override
    public <T> Optional<T> scalar(Rows<T> statement) {
        if (statement.selected().size() != 1) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "a scalar is the one value that is selected, not one of "
                            + statement.selected().size());
        }
        return first(statement);
    }

    @Override
    public <R> Page<R> page(Query<R> query, int number, int size) {
        return new Pages(reader()).page(query, number, size);
    }

    @Override
    public <R> KeysetPage<R> page(Select<R> query, Keyset keyset) {
        return new Pages(reader()).page(query, keyset);
    }

    @Override
    public <R> Stream<KeysetPage<R>> pages(Select<R> query, int size) {
        return StreamSupport.stream(new PageStream<>(keyset -> page(query, keyset), size), false);
    }

    @Override
    public boolean exists(Query<?> query) {
        return reader().exists(query);
    }

    @Override
    public long count(Query<?> query) {
        return reader().count(query);
    }

    @Override
    public <R> Stream<R> stream(Rows<R> statement, int fetchSize) {
        needTransaction("a cursor lives in a transaction");
        return reader(statement).stream(statement, fetchSize);
    }

    @Override
    public long execute(Statement statement) {
        return execute(statement, settings.synchronize());
    }

    @Override
    public long execute(Statement statement, Synchronize how) {
        return reader(statement).execute(statement, how);
    }

    @Override
    public Bulk bulk() {
        return BulkWriting.in(() -> {
            needTransaction("rows are written in a transaction");
            flush();
            return newReader();
        });
    }

    @Override
    public Plan explain(Statement statement) {
        return explanation(statement).planned();
    }

    @Override
    public Plan explainAnalyze(Statement statement) {
        flushBeforeReading();
        return explanation(statement).analyzed();
    }

    private Explanation explanation(Statement statement) {
        needTransaction("a statement is explained on the connection of a transaction");
        Compiled compiled = newReader().compiled(statement);
        UnitOfWorkImpl unit = unit();
        return new Explanation(SessionContext.of(unit).nesting(), Connections.of(unit), compiled);
    }

    private void needTransaction(String reason) {
        if (!isInTransaction()) {
            throw Failures.transactionNeeded(reason);
        }
    }

    /** Writes a row when the transaction commits, unless it is undone before. */
    public <R> void writeLast(LastRows<R> how, R row) {
        needTransaction("an event is recorded in a transaction");
        SessionContext.of(unit()).writeLast(how, row);
    }

    /** The connection of its transaction. */
    public Connection connection() {
        needTransaction("a connection is one of a transaction");
        return Connections.of(unit());
    }

    /** Who is at work, if that is known. */
    public Optional<String> who() {
        return context().settings().auditing().who();
    }

    @Override
    public <T, X extends Exception> T nestedResult(Work<T, X> work) throws X {
        needTransaction("a nested block is a part of a transaction");
        return SessionContext.of(unit()).nesting().block(() -> work.run(this));
    }

    @Override
    public <T> T limited(TimeLimits limits, Supplier<T> work) {
        needTransaction("limits are those of a transaction");
        return SessionContext.of(unit()).limited(limits, work);
    }

    @Override
    public void setTransaction(TransactionSettings rules) {
        if (route != null && rules.isReadOnly() && RoutedTransactions.fits(rules)) {
            route.onlyReads();
        }
        needTransaction("how it is is said of a transaction");
        begin(rules);
    }

    @Override
    public IsolationLevel isolation() {
        needTransaction("only a transaction is isolated");
        UnitOfWorkImpl unit = unit();
        return SessionContext.of(unit).characteristics().isolation(unit);
    }

    @Override
    public <T, X extends Exception> T readOnly(Work<T, X> work) throws X {
        needTransaction("what writes nothing is a part of a transaction");
        UnitOfWorkImpl unit = unit();
        Characteristics characteristics = SessionContext.of(unit).characteristics();
        return characteristics.isReadOnly(unit)
                ? work.run(this)
                : SessionContext.of(unit).nesting().block(() -> {
                    characteristics.set(TransactionSettings.standard().readOnly(), this::unit);
                    return work.run(this);
                });
    }

    @Override
    public <T> T noAutoflush(Supplier<T> work) {
        return context().noAutoflush(work);
    }

    @Override
    public <T> T filtered(List<EntityFilter> filters, Supplier<T> work) {
        SessionContext context = SessionContext.of(unit());
        return context.with(context.filters().with(filters), work);
    }

    @Override
    public <T> T unfiltered(Set<String> names, Supplier<T> work) {
        SessionContext context = SessionContext.of(unit());
        return context.with(context.filters().without(names), work);
    }

    @Override
    public EntityState state(Object entity) {
        return states().of(entity);
    }

    @Override
    public History history(Object entity, String attribute) {
        return states().history(entity, attribute);
    }

    @Override
    public List<Revision> historyOf(Object entity) {
        return new HistoryReading(reader()).of(entity);
    }

    @Override
    public boolean isModified(Object entity) {
        return states().isModified(entity);
    }

    @Override
    public Set<Object> dirty() {
        return states().dirty();
    }

    @Override
    public Set<Object> added() {
        return states().added();
    }

    @Override
    public Set<Object> deleted() {
        return states().deleted();
    }

    @Override
    public EntityManager entityManager() {
        listen();
        return entities();
    }
}
