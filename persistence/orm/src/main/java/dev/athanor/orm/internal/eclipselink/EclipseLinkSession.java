// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.EntityFilter;
import dev.athanor.orm.EntityState;
import dev.athanor.orm.History;
import dev.athanor.orm.Keyset;
import dev.athanor.orm.KeysetPage;
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
import dev.athanor.sql.Option;
import dev.athanor.sql.Query;
import dev.athanor.sql.Rows;
import dev.athanor.sql.Select;
import dev.athanor.sql.Statement;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.jspecify.annotations.Nullable;

/**
 * A session over an entity manager of EclipseLink's, as thread-safe as that: what it knows of a unit of work, the unit
 * of work carries.
 */
public final class EclipseLinkSession implements Session {
    private final Attachment at;

    private EclipseLinkSession(
            EntityManager primary, Supplier<SessionSettings> settings, @Nullable ReplicaRoute route) {
        this.at = new Attachment(this, primary, settings, route);
    }

    /** A session that works with an entity manager. */
    public static EclipseLinkSession of(EntityManager entities, SessionSettings settings) {
        MappedUnit.of(Attachment.server(entities));
        EclipseLinkSession session = new EclipseLinkSession(entities, () -> settings, null);
        if (session.at.isInTransaction()) {
            session.at.attached();
        }
        return session;
    }

    /**
     * A session that works with an entity manager of a container's, which leads each thread to its own. Its settings
     * are asked for when there is first something to do.
     */
    public static EclipseLinkSession managed(EntityManager entities, Supplier<SessionSettings> settings) {
        return new EclipseLinkSession(entities, settings, null);
    }

    /** The same, which a replica takes the place of in transactions that only read. */
    public static EclipseLinkSession managed(
            EntityManager entities, Supplier<SessionSettings> settings, ReplicaRoute route) {
        return new EclipseLinkSession(entities, settings, route);
    }

    /** The same session, or one over its entity manager. */
    public static EclipseLinkSession of(Session session) {
        return session instanceof EclipseLinkSession own
                ? own
                : of(session.entityManager(), SessionSettings.standard());
    }

    /** Lets others stop what is done in the transaction that has begun. */
    StatementCancel interruptible(Interruption interruption, SessionFactory others) {
        UnitOfWorkImpl unit = at.unit();
        SessionContext.of(unit).interruptible(interruption);
        return StatementCancel.of(Connections.of(unit), others);
    }

    /** Writes what is changed, if anything is. */
    void writePending() {
        at.flushBeforeReading();
    }

    /** Its unit of work; in its transaction, if anybody is to be told of that. */
    void listen() {
        at.listen();
    }

    /** Its entity manager: that of the transaction that there is. */
    EntityManager entities() {
        return at.entities();
    }

    /** In the transaction that has just begun. */
    void begin(TransactionSettings rules) {
        at.context().characteristics().set(rules, at::unit);
    }

    private States states() {
        return new States(at.unit());
    }

    @Override
    public void add(Object entity) {
        at.listen();
        Failures.translated(() -> at.entities().persist(entity));
    }

    @Override
    public <E> Optional<E> get(Class<E> type, Object key) {
        UnitOfWorkImpl unit = at.unit();
        MappedUnit mapped = SessionContext.of(unit).mapped();
        EntityPlan plan = mapped.plan(MappedUnit.descriptor(unit, type));
        return new KeyReading(unit, mapped, plan).one(type, key, at::flushBeforeReading);
    }

    @Override
    public <E> List<E> getAll(Class<E> type, Collection<?> keys, List<Option<? super E>> options) {
        UnitOfWorkImpl unit = at.unit();
        MappedUnit mapped = SessionContext.of(unit).mapped();
        EntityPlan plan = mapped.plan(MappedUnit.descriptor(unit, type));
        return SessionContext.of(unit).by(options, () -> {
            List<E> found = new KeyReading(unit, mapped, plan).all(type, keys, at::flushBeforeReading);
            new Loading(unit, mapped).all(found, options);
            return found;
        });
    }

    @Override
    public void delete(Object entity) {
        at.listen();
        Failures.translated(() -> deleting().delete(entity));
    }

    @Override
    public void restore(Object entity) {
        at.listen();
        Failures.translated(() -> deleting().restore(entity));
    }

    @Override
    public void purge(Object entity) {
        at.listen();
        Failures.translated(() -> deleting().purge(entity));
    }

    private Deleting deleting() {
        return new Deleting(at.entities(), at.unit(), Clock.system(ZoneId.systemDefault()));
    }

    @Override
    public <E> E merge(E entity) {
        UnitOfWorkImpl unit = at.listen();
        E merged = Failures.translated(() -> at.entities().merge(entity));
        LazyLoads.of(unit).adopt(merged);
        return merged;
    }

    @Override
    public void refresh(Object entity) {
        at.listen();
        Failures.translated(() -> at.entities().refresh(entity));
        LazyLoads.of(at.unit()).adopt(entity);
    }

    @Override
    public void expire(Object entity) {
        states().expire(entity);
    }

    @Override
    public void expunge(Object entity) {
        at.attached();
        Failures.translated(() -> at.entities().detach(entity));
    }

    @Override
    public void flush() {
        at.flush();
    }

    @Override
    public boolean contains(Object entity) {
        at.attached();
        return at.entities().contains(entity);
    }

    @Override
    public <R> List<R> list(Rows<R> statement) {
        return at.reader(statement).list(statement, 0);
    }

    @Override
    public <R> R one(Rows<R> statement) {
        return new Singles(at.reader(statement)).one(statement);
    }

    @Override
    public <R> Optional<R> oneOrNone(Rows<R> statement) {
        return new Singles(at.reader(statement)).oneOrNone(statement);
    }

    @Override
    public <R> Optional<R> first(Rows<R> statement) {
        return new Singles(at.reader(statement)).first(statement);
    }

    @Override
    public <T> Optional<T> scalar(Rows<T> statement) {
        return new Singles(at.reader(statement)).scalar(statement);
    }

    @Override
    public <R> Page<R> page(Query<R> query, int number, int size) {
        return new Pages(at.reader()).page(query, number, size);
    }

    @Override
    public <R> KeysetPage<R> page(Select<R> query, Keyset keyset) {
        return new Pages(at.reader()).page(query, keyset);
    }

    @Override
    public <R> Stream<KeysetPage<R>> pages(Select<R> query, int size) {
        return StreamSupport.stream(new PageStream<>(keyset -> page(query, keyset), size), false);
    }

    @Override
    public boolean exists(Query<?> query) {
        return at.reader().exists(query);
    }

    @Override
    public long count(Query<?> query) {
        return at.reader().count(query);
    }

    @Override
    public <R> Stream<R> stream(Rows<R> statement, int fetchSize) {
        at.needTransaction("a cursor lives in a transaction");
        return at.reader(statement).stream(statement, fetchSize);
    }

    @Override
    public long execute(Statement statement) {
        return execute(statement, at.settings().synchronize());
    }

    @Override
    public long execute(Statement statement, Synchronize how) {
        return at.reader(statement).execute(statement, how);
    }

    @Override
    public Bulk bulk() {
        return BulkWriting.in(() -> {
            at.needTransaction("rows are written in a transaction");
            at.flush();
            return at.newReader();
        });
    }

    @Override
    public Plan explain(Statement statement) {
        return Explanation.of(statement, at).planned();
    }

    @Override
    public Plan explainAnalyze(Statement statement) {
        at.flushBeforeReading();
        return Explanation.of(statement, at).analyzed();
    }

    /** Writes a row when the transaction commits, unless it is undone before. */
    public <R> void writeLast(LastRows<R> how, R row) {
        at.needTransaction("an event is recorded in a transaction");
        SessionContext.of(at.unit()).writeLast(how, row);
    }

    /** The connection of its transaction. */
    public Connection connection() {
        at.needTransaction("a connection is one of a transaction");
        return Connections.of(at.unit());
    }

    /** Who is at work, if that is known. */
    public Optional<String> who() {
        return at.context().settings().auditing().who();
    }

    @Override
    public <T, X extends Exception> T nestedResult(Work<T, X> work) throws X {
        at.needTransaction("a nested block is a part of a transaction");
        return SessionContext.of(at.unit()).nesting().block(() -> work.run(this));
    }

    @Override
    public <T> T limited(TimeLimits limits, Supplier<T> work) {
        at.needTransaction("limits are those of a transaction");
        return SessionContext.of(at.unit()).limited(limits, work);
    }

    @Override
    public void setTransaction(TransactionSettings rules) {
        at.beginning(rules);
        at.needTransaction("how it is is said of a transaction");
        begin(rules);
    }

    @Override
    public IsolationLevel isolation() {
        at.needTransaction("only a transaction is isolated");
        UnitOfWorkImpl unit = at.unit();
        return SessionContext.of(unit).characteristics().isolation(unit);
    }

    @Override
    public <T, X extends Exception> T readOnly(Work<T, X> work) throws X {
        at.needTransaction("what writes nothing is a part of a transaction");
        UnitOfWorkImpl unit = at.unit();
        Characteristics characteristics = SessionContext.of(unit).characteristics();
        return characteristics.isReadOnly(unit)
                ? work.run(this)
                : SessionContext.of(unit).nesting().block(() -> {
                    characteristics.set(TransactionSettings.standard().readOnly(), at::unit);
                    return work.run(this);
                });
    }

    @Override
    public <T> T noAutoflush(Supplier<T> work) {
        return at.context().noAutoflush(work);
    }

    @Override
    public <T> T filtered(List<EntityFilter> filters, Supplier<T> work) {
        SessionContext context = SessionContext.of(at.unit());
        return context.with(context.filters().with(filters), work);
    }

    @Override
    public <T> T unfiltered(Set<String> names, Supplier<T> work) {
        SessionContext context = SessionContext.of(at.unit());
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
        return new HistoryReading(at.reader()).of(entity);
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
        at.listen();
        return at.entities();
    }
}
