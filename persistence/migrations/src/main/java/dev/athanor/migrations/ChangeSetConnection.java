// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

import java.sql.Connection;
import java.sql.SQLException;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.UnexpectedLiquibaseException;

/**
 * Commits what a change set did together with the row that says so. Liquibase commits the one, and then the other; a
 * server that died in between would leave a database on which the change set fails for ever.
 */
final class ChangeSetConnection extends JdbcConnection {
    private boolean joined;

    ChangeSetConnection(Connection connection) {
        super(connection);
    }

    /** From now on nothing is committed, until {@link #part()}. */
    void join() {
        joined = true;
    }

    /** The next commit is one, if the session is still the one that holds the lock. */
    void part() {
        joined = false;
        try {
            MigrationLock.verify(getWrappedConnection());
        } catch (SQLException e) {
            throw new UnexpectedLiquibaseException(e);
        }
    }

    /** There is nothing to commit. */
    void giveUp() {
        joined = false;
    }

    @Override
    public void commit() throws DatabaseException {
        if (!joined) {
            super.commit();
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
