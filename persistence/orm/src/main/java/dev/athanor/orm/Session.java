// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import dev.athanor.orm.audit.Revision;
import dev.athanor.orm.bulk.Bulk;
import dev.athanor.orm.insight.Plan;
import dev.athanor.orm.internal.eclipselink.EclipseLinkSession;
import dev.athanor.orm.transaction.IsolationLevel;
import dev.athanor.orm.transaction.TransactionSettings;
import dev.athanor.sql.Option;
import dev.athanor.sql.Query;
import dev.athanor.sql.Rows;
import dev.athanor.sql.Select;
import dev.athanor.sql.Statement;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A unit of work: entities that are read by statements, one object for each row, and whose changes are written when
 * they are flushed. Reading flushes first, so that statements see what was changed; and reads rows from the database,
 * never from a cache that others share.
 *
 * <pre>{@code
 * Author author = session.one(select(a).where(a.name.eq("Ada")));
 * author.setName("Ada Lovelace");
 * session.add(new Book(author, "Notes"));
 * }</pre>
 *
 * <p>As thread-safe as the entity manager it works with: for one thread at a time.
 */
public interface Session {
    /** A session that works with an entity manager of EclipseLink's, which stays the caller's. */
    static Session of(EntityManager entities) {
        return of(entities, SessionSettings.standard());
    }

    /**
     * A session that works with an entity manager of EclipseLink's, which stays the caller's. Of several sessions over
     * one, in one transaction, the settings of the first hold.
     */
    static Session of(EntityManager entities, SessionSettings settings) {
        return EclipseLinkSession.of(entities, settings);
    }

    /** Makes an entity, and what its relations cascade to, part of the session; the next flush inserts it. */
    void add(Object entity);

    /** Adds each. */
    default void addAll(Collection<?> entities) {
        entities.forEach(this::add);
    }

    /**
     * The entity of a key, from the session if it is there; none if there is no such row. It flushes only if a filter
     * holds for the entity: what is new or deleted is known by its key.
     *
     * @param key the id, or the object of the class that holds a composite one
     */
    <E> Optional<E> get(Class<E> type, Object key);

    /** The entity of a key, with what options say; none if there is no such row. */
    default <E> Optional<E> get(Class<E> type, Object key, List<Option<? super E>> options) {
        return getAll(type, List.of(key), options).stream().findFirst();
    }

    /** The entities of these keys, in their order, read by one statement; those that are not there are left out. */
    <E> List<E> getAll(Class<E> type, Collection<?> keys, List<Option<? super E>> options);

    /** The entities of these keys, in their order, read by one statement; those that are not there are left out. */
    default <E> List<E> getAll(Class<E> type, Collection<?> keys) {
        return getAll(type, keys, List.of());
    }

    /**
     * Lets the next flush delete an entity, and what its relations cascade to. One whose class has
     * {@link dev.athanor.annotations.SoftDelete} is marked, with what it cascades to and is to be marked, too.
     */
    void delete(Object entity);

    /** Lets an entity that was marked as deleted live again, with what was marked together with it. */
    void restore(Object entity);

    /** Lets the next flush delete an entity's row for good, with what its relations cascade to. */
    void purge(Object entity);

    /** The session's own entity of the same key, with the values of this one. */
    <E> E merge(E entity);

    /** Reads an entity anew, now; what was changed in it is lost. */
    void refresh(Object entity);

    /**
     * Forgets what is known of an entity: the next time it is read by a statement, or refreshed, its values are new.
     */
    void expire(Object entity);

    /** Takes an entity out of the session; what was changed in it will not be written. */
    void expunge(Object entity);

    /** Writes what was changed. */
    void flush();

    /** Whether an entity is in the session. */
    boolean contains(Object entity);

    /** All rows. */
    <R> List<R> list(Rows<R> statement);

    /** The only row; an error if there is none, or another. */
    <R> R one(Rows<R> statement);

    /** The only row; none if there is no row, or its selected value is null; an error if there is another. */
    <R> Optional<R> oneOrNone(Rows<R> statement);

    /** The first row; none if there is no row, or its selected value is null. */
    <R> Optional<R> first(Rows<R> statement);

    /** The one value that is selected, in the first row; none if there is no row, or the value is null. */
    <T> Optional<T> scalar(Rows<T> statement);

    /**
     * A page of a query's rows, and how many it has in all: by one statement, or two where the page does not tell.
     *
     * @param number which page, from 1
     * @param size how many rows a page has at most
     */
    <R> Page<R> page(Query<R> query, int number, int size);

    /**
     * A page of a query's rows by their place in its order. Where this leaves open which of two rows comes first, their
     * keys say.
     */
    <R> KeysetPage<R> page(Select<R> query, Keyset keyset);

    /** The pages of a query's rows, one after the other, each read when it is asked for. */
    <R> Stream<KeysetPage<R>> pages(Select<R> query, int size);

    /** Whether a query has any row. */
    boolean exists(Query<?> query);

    /** How many rows a query has. */
    long count(Query<?> query);

    /**
     * All rows, fetched a few at a time by a cursor of the server's, within the transaction. To be closed.
     *
     * @param fetchSize how many rows travel at once
     */
    <R> Stream<R> stream(Rows<R> statement, int fetchSize);

    /**
     * The rows of a {@link #stream}, as many at once as travel together: a list for each fetch, the last one shorter if
     * that is all there is. What holds for streams holds here, for lists instead of rows: options load relations for
     * the entities of one list at a time, and those that were not changed leave the session when the next list is read.
     * To be closed.
     *
     * <pre>{@code
     * try (Stream<List<Article>> partitions = session.partitions(select(art).options(selectin(art.author)), 500)) {
     *     partitions.forEach(index::add);
     * }
     * }</pre>
     *
     * @param size how many rows a list has
     */
    default <R> Stream<List<R>> partitions(Rows<R> statement, int size) {
        return Partitions.of(stream(statement, size), size);
    }

    /**
     * Runs a statement, and gives the number of rows it touched. Entities of the session whose rows it touches have the
     * new values then, or are deleted.
     */
    long execute(Statement statement);

    /** Runs a statement, and gives the number of rows it touched; entities learn of it in this way. */
    long execute(Statement statement, Synchronize how);

    /** Writes many rows at once. */
    Bulk bulk();

    /** How the database would run a statement. Needs a transaction. */
    Plan explain(Statement statement);

    /** How the database runs a statement: it does, and what it writes is undone. Needs a transaction. */
    Plan explainAnalyze(Statement statement);

    /**
     * Does something within the transaction that is undone alone if it throws: the database and the entities are as
     * they were before then, and the transaction goes on. Blocks may be within blocks.
     *
     * <pre>{@code
     * for (Order order : orders) {
     *     try {
     *         session.nested(inner -> book(inner, order));
     *     } catch (BookingException e) {
     *         order.refuse(e.getMessage());
     *     }
     * }
     * }</pre>
     */
    default <X extends Exception> void nested(Task<X> task) throws X {
        this.<Boolean, X>nestedResult(session -> {
            task.run(session);
            return true;
        });
    }

    /** The same, and gives its result. */
    <T, X extends Exception> T nestedResult(Work<T, X> work) throws X;

    /** Does something within the transaction in other limits, where these say something. */
    <T> T limited(TimeLimits limits, Supplier<T> work);

    /**
     * Says how the transaction is that has just begun. Its isolation can be said until the first statement is run in
     * it; later, and in a nested block, only the same again. That nothing is written can be said at any time, and holds
     * from then on, to the end of the transaction or of the nested block.
     */
    void setTransaction(TransactionSettings settings);

    /** How isolated the transaction is, as the database says. */
    IsolationLevel isolation();

    /**
     * Does something within the transaction in which the database refuses to write. What is changed in entities is
     * refused, too; then they are as they were before, and the transaction goes on.
     */
    <T, X extends Exception> T readOnly(Work<T, X> work) throws X;

    /** Does something whose statements do not flush before they read. */
    <T> T noAutoflush(Supplier<T> work);

    /** Does something while these filters hold, in addition to those of the session. */
    <T> T filtered(List<EntityFilter> filters, Supplier<T> work);

    /** Does something without the filters of these names; without any, if none is named. */
    <T> T unfiltered(Set<String> names, Supplier<T> work);

    /** What an entity is to this session. */
    EntityState state(Object entity);

    /** The value of an attribute when it was last read or flushed, and now. Loads nothing. */
    History history(Object entity, String attribute);

    /** All that was done with the rows of an audited entity, from the first to the last. */
    List<Revision> historyOf(Object entity);

    /** Whether an entity has changes that a flush would write. */
    boolean isModified(Object entity);

    /** The entities that have changes a flush would write; not those added or deleted. */
    Set<Object> dirty();

    /** The entities that the next flush inserts. */
    Set<Object> added();

    /** The entities that the next flush deletes. */
    Set<Object> deleted();

    /** What the session works with. */
    EntityManager entityManager();
}
