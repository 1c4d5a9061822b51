// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.Work;
import dev.athanor.orm.transaction.TransactionSettings;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Transactions of a container's: new ones, while that of the thread, if there is one, waits. Thread-safe. Relies on
 * EclipseLink knowing the container's transaction manager; the tests in the container would notice.
 */
final class JtaTransactions implements Transactions {
    private final EntityManagerFactory factory;
    private final Supplier<SessionSettings> settings;
    private final TransactionManager manager;
    private final ContainerTransactions transactions;

    JtaTransactions(EntityManagerFactory factory, Supplier<SessionSettings> settings, TransactionManager manager) {
        this.factory = factory;
        this.settings = settings;
        this.manager = manager;
        this.transactions = ContainerTransactions.of(manager);
    }

    @Override
    public <T, X extends Exception> T commit(TransactionSettings rules, Work<T, X> work) throws X {
        return inNew(new Attempt<T, X>(entities -> {
            T result = work.run(Transactions.begin(entities, settings.get(), rules));
            flush(entities);
            mustNotBeMarked();
            return result;
        }));
    }

    /** So that what the database refuses is told as it is, and not as a rollback. */
    private void flush(EntityManager entities) {
        if (status() == Status.STATUS_ACTIVE) {
            Failures.translated(entities::flush);
        }
    }

    /** Not every container tells of the rollback of what was marked. */
    private void mustNotBeMarked() {
        if (status() != Status.STATUS_ACTIVE) {
            throw failed(new RollbackException("it was marked to be rolled back, or took too long"));
        }
    }

    @Override
    public <T, X extends Exception> T read(TransactionSettings rules, Work<T, X> work) throws X {
        return inNew(new Attempt<T, X>(entities -> {
            T result = work.run(Transactions.begin(entities, settings.get(), rules));
            mark();
            return result;
        }));
    }

    private <T, X extends Exception> T inNew(Attempt<T, X> attempt) throws X {
        try {
            contained(() -> transactions.run(attempt::make));
        } catch (RuntimeException e) {
            attempt.fails(e);
        } finally {
            attempt.close();
        }
        return attempt.result();
    }

    private void mark() {
        if (status() == Status.STATUS_ACTIVE) {
            contained(manager::setRollbackOnly);
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

    /**
     * Something that is done once, and what has come of it: containers are shown no failures, but marked transactions.
     */
    private final class Attempt<T, X extends Exception> {
        private final Step<T, X> step;
        private @Nullable EntityManager entities;
        private @Nullable T result;
        private @Nullable Throwable failure;

        Attempt(Step<T, X> step) {
            this.step = step;
        }

        void make() {
            try {
                EntityManager own = factory.createEntityManager();
                entities = own;
                result = step.run(own);
            } catch (Throwable e) {
                failure = e;
                mark();
            }
        }

        /** The failure of the work is told rather than that of the end. */
        void fails(RuntimeException end) {
            if (failure == null) {
                failure = end;
            } else if (failure != end) {
                failure.addSuppressed(end);
            }
        }

        void close() {
            if (entities != null) {
                entities.close();
            }
        }

        @SuppressWarnings({"unchecked", "NullAway"}) // a step throws nothing else; its result may be null
        T result() throws X {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException unchecked) {
                throw unchecked;
            }
            if (failure != null) {
                throw (X) failure;
            }
            return result;
        }
    }

    private interface Action {
        void run() throws Exception;
    }

    private interface Answer<T> {
        T get() throws Exception;
    }
}
