// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/**
 * Whether a transaction can only be rolled back. EclipseLink marks it after each failure, even if that is undone by a
 * savepoint: such marks are taken back. For one thread.
 */
interface RollbackMark {
    /** That of a unit of work's transaction. */
    static RollbackMark of(UnitOfWorkImpl unit, SessionContext context) {
        return unit.getParent().getExternalTransactionController() == null
                ? new LocalMark(context)
                : MutedController.reaching(unit, context.entities()).mark();
    }

    /** Something begins that a savepoint can undo: marks do not reach a container's transaction until it ends. */
    void opened();

    /** It has ended: a mark that is still there reaches the transaction. */
    void closed();

    boolean isSet();

    void set();

    /** What failed was undone. */
    void takeBack();
}
