// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.ExternalTransactionController;
import org.eclipse.persistence.transaction.AbstractTransactionController;

/**
 * Lets transactions be rolled back, and nothing else, that PostgreSQL has given up. After an error it ignores all that
 * follows in a transaction, and a commit is a rollback that nobody is told of. Relies on units of work asking their
 * handler of exceptions; the tests in the container would notice.
 */
final class RollbackOnly {
    private RollbackOnly() {}

    /** From now on, whenever the database refuses a statement of a unit of work. */
    static void afterFailures(UnitOfWorkImpl unit) {
        ExternalTransactionController container = unit.getParent().getExternalTransactionController();
        if (container != null) {
            unit.setExceptionHandler(failure -> {
                if (failure instanceof DatabaseException && !isUndone(unit)) {
                    mark(container);
                }
                throw failure;
            });
        }
    }

    private static boolean isUndone(UnitOfWorkImpl unit) {
        return SessionContext.find(unit).map(SessionContext::undoesFailures).orElse(false);
    }

    /** After an error while rows were read. */
    static void mark(AbstractSession session, AbstractSession asking) {
        ExternalTransactionController container = session.getExternalTransactionController();
        if (container != null && !(asking instanceof UnitOfWorkImpl unit && isUndone(unit))) {
            mark(container);
        }
    }

    /** In Java SE, after a statement of a session's failed; those of EclipseLink's flushes it marks itself. */
    static void markLocal(AbstractSession asking) {
        if (asking instanceof UnitOfWorkImpl unit
                && unit.getParent().getExternalTransactionController() == null
                && !isUndone(unit)) {
            SessionContext.find(unit).ifPresent(SessionContext::setRollbackOnly);
        }
    }

    private static void mark(ExternalTransactionController container) {
        if (container instanceof AbstractTransactionController known && known.getTransaction() != null) {
            container.markTransactionForRollback();
        }
    }
}
