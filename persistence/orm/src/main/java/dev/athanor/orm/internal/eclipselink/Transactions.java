// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.Session;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.Work;
import dev.athanor.sql.SqlException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.persistence.jpa.JpaHelper;
import org.eclipse.persistence.sessions.server.ServerSession;

/** Transactions of a persistence unit in Java SE, each with an entity manager of its own. Thread-safe. */
public final class Transactions {
    private static final String READ_ONLY = "set transaction read only";

    private final EntityManagerFactory factory;
    private final SessionSettings settings;

    private Transactions(EntityManagerFactory factory, SessionSettings settings) {
        this.factory = factory;
        this.settings = settings;
    }

    /** Those of a persistence unit of EclipseLink's. */
    public static Transactions of(EntityManagerFactory factory, SessionSettings settings) {
        if (!JpaHelper.isEclipseLink(factory)) {
            throw new OrmException(
                    OrmError.SESSION_UNUSABLE,
                    "the factory is a " + factory.getClass().getName() + ", not EclipseLink's");
        }
        MappedUnit.of((ServerSession) JpaHelper.getServerSession(factory));
        return new Transactions(factory, settings);
    }

    /** Does something, and commits it. */
    public <T, X extends Exception> T commit(Work<T, X> work) throws X {
        try (EntityManager entities = factory.createEntityManager()) {
            EntityTransaction transaction = entities.getTransaction();
            transaction.begin();
            try {
                T result = work.run(session(entities));
                Failures.translated(transaction::commit);
                return result;
            } finally {
                rollback(transaction);
            }
        }
    }

    /** Does something that writes nothing. */
    public <T, X extends Exception> T read(Work<T, X> work) throws X {
        try (EntityManager entities = factory.createEntityManager()) {
            EntityTransaction transaction = entities.getTransaction();
            transaction.begin();
            try {
                refuseToWrite(entities.unwrap(Connection.class));
                return work.run(session(entities));
            } finally {
                rollback(transaction);
            }
        }
    }

    /** Listeners hear of the transaction even if nothing is done in it. */
    private Session session(EntityManager entities) {
        EclipseLinkSession session = EclipseLinkSession.of(entities, settings);
        session.listen();
        return session;
    }

    private static void refuseToWrite(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(READ_ONLY);
        } catch (SQLException e) {
            throw SqlException.of(e, READ_ONLY);
        }
    }

    private static void rollback(EntityTransaction transaction) {
        if (transaction.isActive()) {
            transaction.rollback();
        }
    }
}
