// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.Work;
import dev.athanor.orm.transaction.TransactionSettings;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Status;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.util.Optional;

/**
 * Transactions of a container's: new ones, while that of the thread, if there is one, waits. Thread-safe. Relies on
 * EclipseLink knowing the container's transaction manager; the tests in the container would notice.
 */
final class JtaTransactions implements Transactions {
    private final EntityManagerFactory factory;
    private final SessionSettings settings;
    private final TransactionManager manager;

    JtaTransactions(EntityManagerFactory factory, SessionSettings settings, TransactionManager manager) {
        this.factory = factory;
        this.settings = settings;
        this.manager = manager;
    }

    @Override
    public <T, X extends Exception> T commit(TransactionSettings rules, Work<T, X> work) throws X {
        return inNew(entities -> {
            T result = work.run(Transactions.begin(entities, settings, rules));
            flush(entities);
            contained(manager::commit);
            return result;
        });
    }

    /** So that what the database refuses is told as it is, and not as a rollback. */
    private void flush(EntityManager entities) {
        if (status() == Status.STATUS_ACTIVE) {
            Failures.translated(entities::flush);
        }
    }

    @Override
    public <T, X extends Exception> T read(TransactionSettings rules, Work<T, X> work) throws X {
        return inNew(entities -> {
            return work.run(Transactions.begin(entities, settings, rules));
        });
    }

    private <T, X extends Exception> T inNew(Step<T, X> step) throws X {
        Optional<Transaction> waiting = contained(() -> Optional.ofNullable(manager.suspend()));
        try {
            contained(manager::begin);
            try (EntityManager entities = factory.createEntityManager()) {
                return step.run(entities);
            }
        } finally {
            end(waiting);
        }
    }

    private void end(Optional<Transaction> waiting) {
        try {
            rollback();
        } finally {
            waiting.ifPresent(transaction -> contained(() -> manager.resume(transaction)));
        }
    }

    /** Of what was not committed. */
    private void rollback() {
        if (status() != Status.STATUS_NO_TRANSACTION) {
            contained(manager::rollback);
        }
    }

    private int status() {
        return contained(manager::getStatus);
    }

    private static void contained(Action action) {
        contained(() -> {
            action.run();
            return true;
        });
    }

    private static <T> T contained(Answer<T> answer) {
        try {
            return answer.get();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw Failures.known(e).orElseGet(() -> failed(e));
        }
    }

    private static OrmException failed(Exception failure) {
        return new OrmException(
                OrmError.TRANSACTION_FAILED,
                "the container did not begin or commit the transaction ("
                        + failure.getClass().getSimpleName() + "); whatever was done in it is rolled back: "
                        + failure.getMessage(),
                failure);
    }

    private interface Step<T, X extends Exception> {
        T run(EntityManager entities) throws X;
    }

    private interface Action {
        void run() throws Exception;
    }

    private interface Answer<T> {
        T get() throws Exception;
    }
}
