// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.Session;
import dev.athanor.orm.SessionFactory;
import dev.athanor.orm.Work;
import dev.athanor.orm.replica.ClientPosition;
import dev.athanor.orm.replica.Replica;
import dev.athanor.orm.replica.WritePosition;
import dev.athanor.orm.transaction.IsolationLevel;
import dev.athanor.orm.transaction.TransactionSettings;
import dev.athanor.sql.SqlException;
import java.util.function.Supplier;

/**
 * Transactions of a primary, and of its replica where they only read and a client sees there what it has written. What
 * has begun on the replica ends there; what cannot begin there is done on the primary. Thread-safe.
 */
public final class RoutedTransactions implements Transactions {
    private final Transactions primary;
    private final Supplier<WritePosition> written;
    private final Replica replica;
    private final ClientPosition client;

    /**
     * Those of a client.
     *
     * @param written tells how far the primary has come
     */
    public RoutedTransactions(
            Transactions primary, Supplier<WritePosition> written, Replica replica, ClientPosition client) {
        this.primary = primary;
        this.written = written;
        this.replica = replica;
        this.client = client;
    }

    @Override
    public Transactions of(ClientPosition other) {
        return new RoutedTransactions(primary, written, replica, other);
    }

    @Override
    public Transactions ofClientServedNow() {
        return of(client.here().get());
    }

    @Override
    public <T, X extends Exception> T commit(TransactionSettings rules, Work<T, X> work) throws X {
        if (rules.isReadOnly()) {
            return routed(
                    rules,
                    work,
                    (sessions, noted) -> sessions.<T, X>transactionResult(noted),
                    (transactions, same, undone) -> transactions.<T, X>commit(same, undone));
        }
        try {
            return primary.commit(rules, work);
        } finally {
            client.wrote(written); // also where nobody knows whether it has committed
        }
    }

    @Override
    public <T, X extends Exception> T read(TransactionSettings rules, Work<T, X> work) throws X {
        return routed(
                rules,
                work,
                (sessions, noted) -> sessions.<T, X>read(noted),
                (transactions, same, undone) -> transactions.<T, X>read(same, undone));
    }

    private <T, X extends Exception> T routed(
            TransactionSettings rules, Work<T, X> work, OnReplica<T, X> there, OnPrimary<T, X> here) throws X {
        if (fits(rules) && replica.admits(client)) {
            Noted<T, X> noted = new Noted<>(work);
            try {
                return there.run(replica.sessions().with(rules), noted);
            } catch (SqlException e) {
                if (!replica.isUnreachable(e) || noted.hasBegun) {
                    throw e;
                }
            }
            replica.missed();
        }
        return here.run(primary, rules, work);
    }

    /** A standby knows nothing of who reads what on the primary, which SERIALIZABLE needs. */
    static boolean fits(TransactionSettings rules) {
        return rules.isolation()
                .filter(level -> level == IsolationLevel.SERIALIZABLE)
                .isEmpty();
    }

    /** Tells whether it has begun: it is not to be done twice. For one thread. */
    private static final class Noted<T, X extends Exception> implements Work<T, X> {
        private final Work<T, X> work;
        private boolean hasBegun;

        Noted(Work<T, X> work) {
            this.work = work;
        }

        @Override
        public T run(Session session) throws X {
            hasBegun = true;
            return work.run(session);
        }
    }

    /** How it is done on the replica. */
    private interface OnReplica<T, X extends Exception> {
        T run(SessionFactory sessions, Work<T, X> work) throws X;
    }

    /** How it is done on the primary. */
    private interface OnPrimary<T, X extends Exception> {
        T run(Transactions transactions, TransactionSettings rules, Work<T, X> work) throws X;
    }
}
