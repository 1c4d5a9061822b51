// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.Work;
import dev.athanor.orm.transaction.TransactionSettings;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.util.function.Supplier;

/** Transactions of entity managers' own. Thread-safe. */
final class LocalTransactions implements Transactions {
    private final EntityManagerFactory factory;
    private final Supplier<SessionSettings> settings;

    LocalTransactions(EntityManagerFactory factory, Supplier<SessionSettings> settings) {
        this.factory = factory;
        this.settings = settings;
    }

    @Override
    public <T, X extends Exception> T commit(TransactionSettings rules, Work<T, X> work) throws X {
        try (EntityManager entities = factory.createEntityManager()) {
            EntityTransaction transaction = entities.getTransaction();
            transaction.begin();
            try {
                T result = work.run(Transactions.begin(entities, settings.get(), rules));
                checkUsable(transaction);
                Failures.translated(transaction::commit);
                return result;
            } catch (Throwable failure) {
                rollback(transaction, failure);
                throw failure;
            }
        }
    }

    @Override
    public <T, X extends Exception> T read(TransactionSettings rules, Work<T, X> work) throws X {
        try (EntityManager entities = factory.createEntityManager()) {
            EntityTransaction transaction = entities.getTransaction();
            transaction.begin();
            try {
                T result = work.run(Transactions.begin(entities, settings.get(), rules));
                rollback(transaction);
                return result;
            } catch (Throwable failure) {
                rollback(transaction, failure);
                throw failure;
            }
        }
    }

    /** After an error PostgreSQL does nothing more in a transaction, and a commit would be a rollback. */
    private static void checkUsable(EntityTransaction transaction) {
        if (transaction.getRollbackOnly()) {
            throw new OrmException(
                    OrmError.TRANSACTION_FAILED,
                    "the transaction cannot commit, because a statement in it failed, or somebody marked it;"
                            + " whatever was done in it is rolled back");
        }
    }

    /** Where the connection is lost, that fails, too, and tells nothing new. */
    private static void rollback(EntityTransaction transaction, Throwable reason) {
        try {
            rollback(transaction);
        } catch (RuntimeException e) {
            reason.addSuppressed(e);
        }
    }

    private static void rollback(EntityTransaction transaction) {
        if (transaction.isActive()) {
            transaction.rollback();
        }
    }
}
