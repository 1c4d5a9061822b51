// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.Optional;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.ExternalTransactionController;
import org.eclipse.persistence.transaction.AbstractTransactionController;

/**
 * Lets transactions be rolled back, and nothing else, that PostgreSQL has given up. After an error it ignores all that
 * follows in a transaction, and a commit is a rollback that nobody is told of. Relies on units of work asking their
 * handler of exceptions; FailureTest, and the tests in the container, would notice.
 */
final class RollbackOnly {
    private RollbackOnly() {}

    /** From now on, whenever the database refuses a statement of a unit of work. */
    static void afterFailures(UnitOfWorkImpl unit) {
        unit.setExceptionHandler(failure -> {
            if (failure instanceof DatabaseException) {
                mark(unit, failure);
            }
            throw failure;
        });
    }

    /** After an error of a statement, or while rows were read. */
    static void mark(AbstractSession asking, Throwable failure) {
        Optional<SessionContext> context =
                asking instanceof UnitOfWorkImpl unit ? SessionContext.find(unit) : Optional.empty();
        context.ifPresentOrElse(
                known -> known.nesting().failed(failure), () -> mark(asking.getExternalTransactionController()));
    }

    private static void mark(ExternalTransactionController container) {
        if (container instanceof AbstractTransactionController known && known.getTransaction() != null) {
            container.markTransactionForRollback();
        }
    }
}
