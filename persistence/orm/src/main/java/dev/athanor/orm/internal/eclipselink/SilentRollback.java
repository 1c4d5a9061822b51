// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import dev.athanor.orm.OrmError;
import dev.athanor.orm.OrmException;
import dev.athanor.orm.internal.bulk.DriverState;
import dev.athanor.sql.SqlException;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.persistence.internal.databaseaccess.Accessor;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.eclipse.persistence.sessions.server.ServerSession;

/**
 * Refuses to commit where a statement has failed by plain JDBC, of which EclipseLink knows nothing: PostgreSQL answers
 * the commit with a rollback, and neither its driver nor EclipseLink says so. Whoever ends the transaction, and whether
 * a session was used in it or not. Relies on EclipseLink telling of a commit before it is done, under JTA before the
 * completion; FailureTest would notice, in the container InjectedSessionTest.
 */
final class SilentRollback extends SessionEventAdapter {
    private SilentRollback() {}

    static void install(ServerSession session) {
        session.getEventManager().addListener(new SilentRollback());
    }

    @Override
    public void preCommitTransaction(SessionEvent event) {
        Accessor accessor = ((AbstractSession) event.getSession()).getAccessor();
        if (accessor != null
                && accessor.getDatasourceConnection() instanceof Connection connection
                && isNext(connection)) {
            throw new OrmException(
                    OrmError.TRANSACTION_FAILED,
                    "the transaction cannot commit, because a statement in it failed by plain JDBC, and nobody has"
                            + " rolled it back; whatever was done in it is rolled back");
        }
    }

    /** As far as the driver's classes are those that the application sees. */
    private static boolean isNext(Connection connection) {
        try {
            return DriverState.isAborted(connection);
        } catch (NoClassDefFoundError e) {
            return false; // the application does not see the driver
        } catch (SQLException e) {
            throw SqlException.of(e, "");
        }
    }
}
