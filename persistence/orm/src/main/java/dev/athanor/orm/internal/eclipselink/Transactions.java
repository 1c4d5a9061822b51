// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.Session;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.Work;
import dev.athanor.orm.replica.ClientPosition;
import dev.athanor.orm.transaction.TransactionSettings;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.function.Supplier;
import org.eclipse.persistence.sessions.server.ServerSession;
import org.eclipse.persistence.transaction.JTATransactionController;

/** Transactions of a persistence unit, each with an entity manager of its own. Thread-safe. */
public interface Transactions {
    /**
     * Those of a persistence unit of EclipseLink's: a container's, if the unit takes part in those. Settings are asked
     * for when one begins.
     */
    static Transactions of(EntityManagerFactory factory, Supplier<SessionSettings> settings) {
        ServerSession server = server(factory);
        MappedUnit.of(server);
        return server.getExternalTransactionController() instanceof JTATransactionController container
                ? new JtaTransactions(factory, settings, container.getTransactionManager())
                : new LocalTransactions(factory, settings);
    }

    private static ServerSession server(EntityManagerFactory factory) {
        try (EntityManager entities = Failures.translated(() -> factory.createEntityManager())) {
            return Attachment.server(entities);
        }
    }

    /** Does something, and commits it. */
    <T, X extends Exception> T commit(TransactionSettings rules, Work<T, X> work) throws X;

    /** Does something, and rolls it back. */
    <T, X extends Exception> T read(TransactionSettings rules, Work<T, X> work) throws X;

    /** Does something in a transaction as it is by itself, and commits it. */
    default <T, X extends Exception> T commit(Work<T, X> work) throws X {
        return commit(TransactionSettings.standard(), work);
    }

    /** Does something in a transaction as it is by itself, and rolls it back. */
    default <T, X extends Exception> T read(Work<T, X> work) throws X {
        return read(TransactionSettings.standard(), work);
    }

    /** The same for a client, who matters only where there is a replica. */
    default Transactions of(ClientPosition client) {
        return this;
    }

    /** The same for the client who is served now. */
    default Transactions ofClientServedNow() {
        return this;
    }

    /** One in a transaction that begins. Listeners hear of it even if nothing is done in it. */
    static Session begin(EntityManager entities, SessionSettings settings, TransactionSettings rules) {
        return Failures.translated(() -> {
            EclipseLinkSession session = EclipseLinkSession.of(entities, settings);
            session.begin(rules);
            session.listen();
            return session;
        });
    }
}
