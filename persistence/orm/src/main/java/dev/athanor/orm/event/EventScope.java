// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.event;

import dev.athanor.orm.Session;
import java.util.function.Supplier;

/**
 * A transaction as listeners see it; what a session reads outside of transactions is one, too, without a number. For
 * one thread at a time.
 */
public interface EventScope {
    /** The session; not to be used after the end of the transaction. */
    Session session();

    /** A number that no other transaction of the persistence unit has; 0 outside of transactions. */
    long number();

    /** What was done until now. */
    TransactionFigures figures();

    /**
     * What a listener remembers until the end of the transaction.
     *
     * @param owner whose it is
     * @param type what it is
     * @param first makes it when it is first asked for
     */
    <T> T remembered(Object owner, Class<T> type, Supplier<T> first);
}
