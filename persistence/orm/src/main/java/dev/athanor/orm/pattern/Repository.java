// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.pattern;

import dev.athanor.orm.Keyset;
import dev.athanor.orm.KeysetPage;
import dev.athanor.orm.Page;
import dev.athanor.orm.Session;
import dev.athanor.sql.Condition;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Order;
import dev.athanor.sql.Select;
import dev.athanor.sql.Sql;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The entities of a class, as a collection that asks the database: to be extended by what an application asks for in
 * its own words. As thread-safe as its session.
 *
 * <pre>{@code
 * class Articles extends Repository<Article, Long, QArticle> {
 *     Articles(Session session) {
 *         super(session, QArticle.as("a"));
 *     }
 *
 *     List<Article> drafts() {
 *         return list(a -> a.status.eq(DRAFT));
 *     }
 * }
 * }</pre>
 *
 * @param <E> the entities
 * @param <K> their keys
 * @param <Q> their table
 */
public abstract class Repository<E, K, Q extends EntityTable<E>> {
    private final Session session;
    private final Q table;

    /** The entities of a table, by a session, which may be an injected one. */
    protected Repository(Session session, Q table) {
        this.session = Objects.requireNonNull(session, "session");
        this.table = Objects.requireNonNull(table, "table");
    }

    /** What it works with. */
    protected Session session() {
        return session;
    }

    /** The table that specifications are about. */
    protected Q table() {
        return table;
    }

    /** All of them, to be said more about. */
    protected Select<E> select() {
        return Sql.select(table);
    }

    /** Those of a kind, to be said more about. */
    protected Select<E> select(Specification<? super Q> wanted) {
        return select().where(wanted.of(table));
    }

    /** The entity of a key; none if there is no such row. */
    public Optional<E> find(K key) {
        return session.get(table.entityType(), key);
    }

    /** The entities of keys, in their order; those that are not there are left out. */
    public List<E> findAll(Collection<? extends K> keys) {
        return session.getAll(table.entityType(), keys);
    }

    /** The only one of a kind; none if there is none, an error if there are several. */
    public Optional<E> find(Specification<? super Q> wanted) {
        return session.oneOrNone(select(wanted));
    }

    /** Those of a kind, in an order. */
    public List<E> list(Specification<? super Q> wanted, Order... order) {
        return session.list(select(wanted).orderBy(order));
    }

    /** All of them, in an order. */
    public List<E> list(Order... order) {
        return session.list(select().orderBy(order));
    }

    /** A page of those of a kind, and how many there are. */
    public Page<E> page(Specification<? super Q> wanted, int number, int size, Order... order) {
        return session.page(select(wanted).orderBy(order), number, size);
    }

    /** A page of those of a kind, by its place in an order. */
    public KeysetPage<E> page(Specification<? super Q> wanted, Keyset keyset, Order... order) {
        return session.page(select(wanted).orderBy(order), keyset);
    }

    /** Makes an entity, and what its relations cascade to, part of the session; the next flush inserts it. */
    public void add(E entity) {
        session.add(entity);
    }

    /** Adds each. */
    public void addAll(Collection<? extends E> entities) {
        session.addAll(entities);
    }

    /** Lets the next flush delete an entity. */
    public void delete(E entity) {
        session.delete(entity);
    }

    /** Whether there is any of a kind. */
    public boolean exists(Specification<? super Q> wanted) {
        return session.exists(select(wanted));
    }

    /** Whether there is one of a key. */
    public boolean exists(K key) {
        return find(key).isPresent();
    }

    /** How many there are. */
    public long count() {
        return session.count(select());
    }

    /** How many there are of a kind. */
    public long count(Specification<? super Q> wanted) {
        return session.count(select(wanted));
    }

    /** A condition of this table, for statements of one's own. */
    protected Condition where(Specification<? super Q> wanted) {
        return wanted.of(table);
    }
}
