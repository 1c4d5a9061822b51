// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.LockException;
import liquibase.lockservice.StandardLockService;

/**
 * Liquibase's lock is a row, which stays locked for ever when its holder dies. This service marks the row as taken
 * under Athanor's advisory lock; whoever holds that lock next knows that a row so marked was left behind, and takes it
 * over. A row locked by anyone else, Liquibase's own command line for one, is waited for as usual. Active only within
 * Athanor's runs.
 */
public final class TakeOverLockService extends StandardLockService {
    /** The key in Liquibase's scope that switches this service on; the advisory lock must be held. */
    public static final String ENABLED = "athanor.takeOverLock";

    private static final String MARK = "athanor: ";

    @Override
    public int getPriority() {
        return PRIORITY_DATABASE;
    }

    @Override
    public boolean supports(Database database) {
        return database instanceof PostgresDatabase && Scope.getCurrentScope().get(ENABLED, false);
    }

    @Override
    public boolean acquireLock() throws LockException {
        if (!hasChangeLogLock && isDatabaseChangeLogLockTableCreated(false)) {
            update("set locked = false, lockgranted = null, lockedby = null where locked and starts_with(lockedby, ?)");
        }
        boolean acquired = super.acquireLock();
        if (acquired) {
            update("set lockedby = left(concat(cast(? as text), lockedby), 255)"
                    + " where locked and not starts_with(lockedby, '" + MARK + "')");
        }
        return acquired;
    }

    private void update(String setting) throws LockException {
        String table = database.escapeTableName(
                database.getLiquibaseCatalogName(),
                database.getLiquibaseSchemaName(),
                database.getDatabaseChangeLogLockTableName());
        JdbcConnection connection = (JdbcConnection) database.getConnection();
        try (PreparedStatement statement = connection.prepareStatement("update " + table + " " + setting)) {
            statement.setString(1, MARK);
            statement.executeUpdate();
            connection.commit();
        } catch (SQLException | DatabaseException e) {
            throw new LockException(e);
        }
    }
}
