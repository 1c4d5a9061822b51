// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.sql.Connection;
import org.eclipse.persistence.internal.databaseaccess.Accessor;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;

/**
 * The connections of transactions. A container's is there only once it was asked for; relies on a call being counted
 * doing so, as in EclipseLink's own unwrapping; ExplainTest would notice in the container.
 */
final class Connections {
    private Connections() {}

    /** That of a unit of work in a transaction. */
    static Connection of(UnitOfWorkImpl unit) {
        return Failures.translated(() -> {
            Accessor accessor = unit.getAccessor();
            accessor.incrementCallCount(unit.getParent());
            accessor.decrementCallCount();
            return accessor.getConnection();
        });
    }
}
