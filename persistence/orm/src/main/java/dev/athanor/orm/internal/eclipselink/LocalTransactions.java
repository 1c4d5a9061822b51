// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.Work;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;

/** Transactions of entity managers' own. Thread-safe. */
final class LocalTransactions implements Transactions {
    private final EntityManagerFactory factory;
    private final SessionSettings settings;

    LocalTransactions(EntityManagerFactory factory, SessionSettings settings) {
        this.factory = factory;
        this.settings = settings;
    }

    @Override
    public <T, X extends Exception> T commit(Work<T, X> work) throws X {
        try (EntityManager entities = factory.createEntityManager()) {
            EntityTransaction transaction = entities.getTransaction();
            transaction.begin();
            try {
                T result = work.run(Transactions.session(entities, settings));
                Failures.translated(transaction::commit);
                return result;
            } finally {
                rollback(transaction);
            }
        }
    }

    @Override
    public <T, X extends Exception> T read(Work<T, X> work) throws X {
        try (EntityManager entities = factory.createEntityManager()) {
            EntityTransaction transaction = entities.getTransaction();
            transaction.begin();
            try {
                Transactions.refuseToWrite(entities);
                return work.run(Transactions.session(entities, settings));
            } finally {
                rollback(transaction);
            }
        }
    }

    private static void rollback(EntityTransaction transaction) {
        if (transaction.isActive()) {
            transaction.rollback();
        }
    }
}
