// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.async.AsyncSessions;
import dev.athanor.orm.press.Author;
import dev.athanor.orm.replica.ClientPosition;
import dev.athanor.orm.replica.OnReplica;
import dev.athanor.orm.replica.Replica;
import dev.athanor.orm.replica.ReplicaSettings;
import dev.athanor.orm.transaction.Isolation;
import dev.athanor.orm.transaction.IsolationLevel;
import dev.athanor.orm.transaction.ReadOnly;
import dev.athanor.orm.transaction.TransactionSettings;
import dev.athanor.sql.Sql;
import dev.athanor.sql.SqlTypes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.concurrent.Callable;

/** A bean whose sessions have a replica. */
@ApplicationScoped
@SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // CDI reads and injects them
class Mirror {
    // region units
    @Produces
    @Mirrored
    @PersistenceContext(unitName = "press")
    private EntityManager press;

    @Produces
    @Mirrored
    @PersistenceUnit(unitName = "press")
    private EntityManagerFactory pressFactory;

    @Produces
    @Mirrored
    @OnReplica
    @PersistenceContext(unitName = "press-replica")
    private EntityManager replica;

    @Produces
    @Mirrored
    @OnReplica
    @PersistenceUnit(unitName = "press-replica")
    private EntityManagerFactory replicaFactory;
    // endregion

    // region client
    @Produces
    @RequestScoped
    ClientPosition client(HttpServletRequest request) {
        return ClientPosition.of(request.getHeader("X-Position"));
    }
    // endregion

    @Produces
    @Mirrored
    ReplicaSettings settings() {
        return ReplicaSettings.standard().patience(Duration.ofMillis(500)).askAfter(Duration.ZERO);
    }

    @Inject
    @Mirrored
    private Session session;

    @Inject
    @Mirrored
    private SessionFactory sessions;

    @Inject
    @Mirrored
    private Instance<AsyncSessions> async; // not at once: it needs what this bean produces

    @Inject
    @Mirrored
    private Replica figures;

    @Transactional
    <T> T inTransaction(Callable<T> work) throws Exception {
        return work.call();
    }

    @Transactional
    @ReadOnly(session = Mirrored.class)
    <T> T onlyReading(Callable<T> work) throws Exception {
        return work.call();
    }

    @Transactional
    @Isolation(value = IsolationLevel.REPEATABLE_READ, session = Mirrored.class)
    @ReadOnly(session = Mirrored.class)
    <T> T isolated(Callable<T> work) throws Exception {
        return work.call();
    }

    @Transactional
    <T> T onlyReadingAsSaid(Callable<T> work) throws Exception {
        session.setTransaction(TransactionSettings.standard().readOnly());
        return work.call();
    }

    boolean isOnReplica() {
        return session.one(Sql.selectValue(Sql.text(SqlTypes.BOOLEAN, "pg_is_in_recovery()")));
    }

    String name() {
        return session.get(Author.class, 1L).orElseThrow().name();
    }

    Session session() {
        return session;
    }

    SessionFactory sessions() {
        return sessions;
    }

    AsyncSessions async() {
        return async.get();
    }

    Replica replica() {
        return figures;
    }
}
