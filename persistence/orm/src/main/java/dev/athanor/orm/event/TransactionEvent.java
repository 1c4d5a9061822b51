// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.event;

/** A transaction begins or ends, in Java SE or by a container. */
public sealed interface TransactionEvent extends SessionEvent {
    /** The session takes part in a transaction from now on, on its connection. */
    record AfterBegin(EventScope scope) implements TransactionEvent {}

    /** The transaction is about to commit; what is changed now is committed with it. */
    record BeforeCommit(EventScope scope) implements TransactionEvent {
        @Override
        public boolean isRefusable() {
            return true;
        }
    }

    /** The transaction has committed. */
    record AfterCommit(EventScope scope) implements TransactionEvent {}

    /** The transaction was rolled back. */
    record AfterRollback(EventScope scope) implements TransactionEvent {}
}
