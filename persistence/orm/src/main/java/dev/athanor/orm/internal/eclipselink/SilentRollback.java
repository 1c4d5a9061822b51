// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.internal.bulk.DriverState;
import dev.athanor.sql.SqlException;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.sessions.UnitOfWork;

/**
 * A statement that failed by plain JDBC, of which EclipseLink knows nothing: PostgreSQL answers the commit with a
 * rollback, and neither its driver nor EclipseLink says so.
 */
final class SilentRollback {
    private SilentRollback() {}

    /** Whether a commit would be one, as far as the driver's classes are those that the application sees. */
    static boolean isNext(EntityManager entities) {
        UnitOfWorkImpl unit = (UnitOfWorkImpl) entities.unwrap(UnitOfWork.class);
        if (!unit.isInTransaction()) {
            return false;
        }
        try {
            return DriverState.isAborted(Connections.of(unit));
        } catch (NoClassDefFoundError e) {
            return false; // the application does not see the driver
        } catch (SQLException e) {
            throw SqlException.of(e, "");
        }
    }
}
