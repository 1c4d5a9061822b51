// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import dev.athanor.orm.internal.Once;
import dev.athanor.orm.internal.eclipselink.RoutedTransactions;
import dev.athanor.orm.internal.eclipselink.Transactions;
import dev.athanor.orm.replica.ClientPosition;
import dev.athanor.orm.replica.Replica;
import dev.athanor.orm.transaction.Attempts;
import dev.athanor.orm.transaction.TransactionSettings;
import jakarta.persistence.EntityManagerFactory;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Sessions in Java SE, each for one transaction. Thread-safe.
 *
 * <pre>{@code
 * SessionFactory sessions = SessionFactory.of(entityManagerFactory);
 * sessions.transaction(session -> session.add(new Author("Ada")));
 * List<Author> authors = sessions.read(session -> session.list(select(a)));
 * }</pre>
 */
public final class SessionFactory {
    private final Transactions transactions;
    private final TransactionSettings rules;
    private final Attempts attempts;

    private SessionFactory(Transactions transactions, TransactionSettings rules, Attempts attempts) {
        this.transactions = transactions;
        this.rules = rules;
        this.attempts = attempts;
    }

    /**
     * Sessions of a persistence unit of EclipseLink's whose transactions are not a container's; its entities are woven.
     */
    public static SessionFactory of(EntityManagerFactory factory) {
        return of(factory, SessionSettings.standard());
    }

    /**
     * Sessions of a persistence unit of EclipseLink's whose transactions are not a container's; its entities are woven.
     */
    public static SessionFactory of(EntityManagerFactory factory, SessionSettings settings) {
        Objects.requireNonNull(settings, "settings");
        return of(factory, () -> settings);
    }

    /** The same, whose settings are asked for when there is first something to do. */
    public static SessionFactory of(EntityManagerFactory factory, Supplier<SessionSettings> settings) {
        return new SessionFactory(
                Transactions.of(factory, new Once<>(settings)), TransactionSettings.standard(), Attempts.once());
    }

    /**
     * The same sessions, in transactions that are so.
     *
     * <pre>{@code
     * sessions.with(TransactionSettings.serializable()).transaction(session -> transfer(session, from, to));
     * }</pre>
     */
    public SessionFactory with(TransactionSettings settings) {
        return new SessionFactory(transactions, Objects.requireNonNull(settings, "settings"), attempts);
    }

    /**
     * The same sessions, where a transaction that others' do not let through is done again, from its beginning, with a
     * session of its own each time: what it does outside the database, it does again.
     */
    public SessionFactory retrying(Attempts most) {
        return new SessionFactory(transactions, rules, Objects.requireNonNull(most, "most"));
    }

    /**
     * The same sessions, where what only reads reads the replica, if that has what was written. Unless it is said who
     * the client is, all who write and read by these sessions are one.
     */
    public SessionFactory withReplica(Replica replica) {
        return new SessionFactory(
                new RoutedTransactions(transactions, () -> Replica.written(this), replica, new ClientPosition()),
                rules,
                attempts);
    }

    /** The same sessions for a client who sees what it has written; without a replica everyone does. */
    public SessionFactory forClient(ClientPosition client) {
        return new SessionFactory(transactions.of(client), rules, attempts);
    }

    /** The same sessions for the client who is served now, for as long as they are used. */
    public SessionFactory forClientServedNow() {
        return new SessionFactory(transactions.ofClientServedNow(), rules, attempts);
    }

    /** Does something in a transaction, which commits; if it throws, everything is rolled back. */
    public <X extends Exception> void transaction(Task<X> task) throws X {
        this.<Boolean, X>transactionResult(session -> {
            task.run(session);
            return true;
        });
    }

    /**
     * Does something in a transaction, which commits, and gives its result; if it throws, everything is rolled back.
     */
    public <T, X extends Exception> T transactionResult(Work<T, X> work) throws X {
        return attempts.run(() -> transactions.commit(rules, work));
    }

    /** Reads in a transaction in which the database refuses to write; what is changed in entities is not written. */
    public <T, X extends Exception> T read(Work<T, X> work) throws X {
        return attempts.run(() -> transactions.read(rules.readOnly(), work));
    }
}
