// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import org.eclipse.persistence.internal.databaseaccess.Accessor;
import org.eclipse.persistence.internal.databaseaccess.DatabaseAccessor;
import org.eclipse.persistence.internal.sessions.RepeatableWriteUnitOfWork;

/**
 * A flush that failed: EclipseLink would go on taking it for one that runs if it failed early, and send later what it
 * had gathered to be sent at once. NestedFailureTest would notice.
 */
final class Flushing {
    private static final Hidden<Boolean> RUNNING = Hidden.of(RepeatableWriteUnitOfWork.class, "isWithinFlush");

    private static final Hidden<Boolean> TERMINATES =
            Hidden.of(RepeatableWriteUnitOfWork.class, "shouldTerminateTransaction");

    private Flushing() {}

    /** Whether one that fails rolls the transaction back; gives whether it did before. */
    static boolean setTerminates(RepeatableWriteUnitOfWork unit, boolean terminates) {
        boolean before = Boolean.TRUE.equals(TERMINATES.of(unit));
        unit.setShouldTerminateTransaction(terminates);
        return before;
    }

    static void forget(RepeatableWriteUnitOfWork unit) {
        RUNNING.set(unit, false);
    }

    /** Statements that wait to be sent. */
    static void forgetBatches(RepeatableWriteUnitOfWork unit) {
        for (Accessor accessor : unit.getAccessors()) {
            if (accessor instanceof DatabaseAccessor known) {
                known.getActiveBatchWritingMechanism(unit).clear();
            }
        }
    }
}
