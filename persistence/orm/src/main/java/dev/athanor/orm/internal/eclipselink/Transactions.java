// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.Session;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.Work;
import dev.athanor.sql.SqlException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.eclipse.persistence.transaction.JTATransactionController;

/** Transactions of a persistence unit, each with an entity manager of its own. Thread-safe. */
public interface Transactions {
    /** Those of a persistence unit of EclipseLink's: a container's, if the unit takes part in those. */
    static Transactions of(EntityManagerFactory factory, SessionSettings settings) {
        ServerSession server = server(factory);
        MappedUnit.of(server);
        return server.getExternalTransactionController() instanceof JTATransactionController container
                ? new JtaTransactions(factory, settings, container.getTransactionManager())
                : new LocalTransactions(factory, settings);
    }

    private static ServerSession server(EntityManagerFactory factory) {
        try (EntityManager entities = factory.createEntityManager()) {
            return EclipseLinkSession.server(entities);
        }
    }

    /** Does something, and commits it. */
    <T, X extends Exception> T commit(Work<T, X> work) throws X;

    /** Does something that writes nothing. */
    <T, X extends Exception> T read(Work<T, X> work) throws X;

    /** Listeners hear of the transaction even if nothing is done in it. */
    static Session session(EntityManager entities, SessionSettings settings) {
        EclipseLinkSession session = EclipseLinkSession.of(entities, settings);
        session.listen();
        return session;
    }

    /** Lets the database refuse to write for the rest of a transaction. */
    static void refuseToWrite(EntityManager entities) {
        String sql = "set transaction read only";
        try (Statement statement = Failures.translated(() -> entities.unwrap(Connection.class)).createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw SqlException.of(e, sql);
        }
    }
}
