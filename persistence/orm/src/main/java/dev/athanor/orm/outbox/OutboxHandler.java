// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

/**
 * Is given events of a type, each at least once, in a transaction that also notes that it is delivered: what the
 * handler does in the same database happens exactly once. In a server a bean of this type is all it takes.
 *
 * <pre>{@code
 * @ApplicationScoped
 * class Bookkeeping implements OutboxHandler<InvoicePaid> {
 *     @Inject Session session;
 *
 *     @Override
 *     public void handle(InvoicePaid event, Delivery delivery) {
 *         session.add(new Booking(event.invoice(), event.amount()));
 *     }
 * }
 * }</pre>
 *
 * <p>Called by several threads at once, but for events of one key by one after the other.
 *
 * @param <E> the class of the events, or a sealed interface or class above several
 */
@FunctionalInterface
public interface OutboxHandler<E> {
    /** Handles an event. If it throws, all that was done in the transaction is undone, and the event comes again. */
    void handle(E event, Delivery delivery) throws Exception;
}
