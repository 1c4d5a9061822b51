// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import dev.athanor.orm.Session;
import dev.athanor.orm.SessionSettings;
import dev.athanor.orm.internal.outbox.SessionOutbox;
import jakarta.persistence.EntityManager;
import java.util.Map;

/**
 * Records events in the transaction that changes the data: they are delivered at least once if it commits, and never if
 * it is rolled back, or the nested block is in which they were recorded.
 *
 * <pre>{@code
 * invoice.pay();
 * outbox.record("invoice-" + invoice.id(), new InvoicePaid(invoice.id(), invoice.amount()));
 * }</pre>
 *
 * <p>As thread-safe as its session; one that is injected is for all threads.
 */
public interface Outbox {
    /** The header that has who recorded an event, as {@link dev.athanor.orm.audit.Auditing} knows. */
    String WHO = "who";

    /** One that records in the transactions of a session. */
    static Outbox of(Session session) {
        return of(session, OutboxSettings.standard());
    }

    /** One that records in the transactions of a session. */
    static Outbox of(Session session, OutboxSettings settings) {
        return new SessionOutbox(session, () -> settings);
    }

    /** One that records in the transactions of an entity manager of EclipseLink's. */
    static Outbox of(EntityManager entities) {
        return of(Session.of(entities, SessionSettings.standard()));
    }

    /**
     * Records an event. Events of one key are delivered one after the other, in the order in which their transactions
     * commit.
     *
     * @param key what the event is about
     * @param event of a class that has {@link OutboxEvent}; it becomes JSON now
     */
    default void record(String key, Object event) {
        record(key, event, Map.of());
    }

    /** Records an event, and notes something with it. */
    void record(String key, Object event, Map<String, String> headers);

    /** Records an event that is delivered whenever its turn is, without an order. */
    void record(Object event);

    /** The events that could not be delivered. */
    DeadLetters deadLetters();
}
