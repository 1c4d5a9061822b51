// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import jakarta.transaction.Status;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

/**
 * New transactions of a container's, while that of the thread, if there is one, waits. They are committed, unless they
 * were marked. Thread-safe.
 */
interface ContainerTransactions {
    /** Those of the server that this runs in. */
    static ContainerTransactions of(TransactionManager manager) {
        return LibertyTransactions.find().orElseGet(() -> plain(manager));
    }

    /** Where a transaction manager is all that there is. */
    static ContainerTransactions plain(TransactionManager manager) {
        return work -> {
            Transaction waiting = manager.suspend();
            try {
                manager.begin();
                work.run();
                end(manager);
            } finally {
                resume(manager, waiting);
            }
        };
    }

    private static void end(TransactionManager manager) throws Exception {
        if (manager.getStatus() == Status.STATUS_ACTIVE) {
            manager.commit();
        } else if (manager.getStatus() != Status.STATUS_NO_TRANSACTION) {
            manager.rollback();
        }
    }

    private static void resume(TransactionManager manager, @Nullable Transaction waiting) throws Exception {
        if (manager.getStatus() != Status.STATUS_NO_TRANSACTION) {
            manager.rollback();
        }
        if (waiting != null) {
            manager.resume(waiting);
        }
    }

    /** Does something, which throws nothing, in a new one. */
    void run(Runnable work) throws Exception;
}
