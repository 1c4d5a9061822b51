// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.event;

/**
 * Something that happens in a session. What comes before something may be refused by throwing: it does not happen then;
 * where a flush or the commit is refused, the transaction is rolled back. What comes after cannot be undone; what a
 * listener throws then is reported.
 *
 * <pre>{@code
 * SessionSettings.standard().on(TransactionEvent.BeforeCommit.class, event -> check(event.scope().session()))
 * }</pre>
 */
public sealed interface SessionEvent
        permits ConnectionEvent, EntityEvent, FlushEvent, LazyLoad, SavepointEvent, StatementEvent, TransactionEvent {
    /** The transaction it happens in. */
    EventScope scope();

    /** Whether it comes before something, which does not happen if a listener throws. */
    default boolean isRefusable() {
        return false;
    }
}
