// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.ExternalTransactionController;

/**
 * Lets a container roll back what PostgreSQL has given up. After an error it ignores all that follows in a transaction,
 * and a commit is a rollback that nobody is told of. Relies on units of work asking their handler of exceptions; the
 * tests in the container would notice.
 */
final class RollbackOnly {
    private RollbackOnly() {}

    /** From now on, whenever the database refuses a statement of a unit of work. */
    static void afterFailures(UnitOfWorkImpl unit) {
        ExternalTransactionController container = unit.getExternalTransactionController();
        if (container != null) {
            unit.setExceptionHandler(failure -> {
                if (isOfDatabase(failure)) {
                    container.markTransactionForRollback();
                }
                throw failure;
            });
        }
    }

    private static boolean isOfDatabase(Throwable failure) {
        return failure instanceof DatabaseException;
    }
}
