// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.LockException;
import liquibase.lockservice.StandardLockService;
import org.jspecify.annotations.Nullable;

/**
 * Liquibase's lock is a row, which stays locked for ever when its holder dies. This service marks the row as taken
 * under Athanor's advisory lock; whoever holds that lock next knows that a row so marked was left behind, and takes it
 * over. A row locked by anyone else, Liquibase's own command line for one, is waited for as usual. Active only within
 * Athanor's runs.
 */
public final class TakeOverLockService extends StandardLockService {
    /**
     * The key in Liquibase's scope that switches this service on, by how long it waits for others; the advisory lock
     * must be held.
     */
    public static final String PATIENCE = "athanor.patience";

    private static final String MARK = "athanor: ";
    private static final long PAUSE_MILLIS = 200;

    @Override
    public int getPriority() {
        return PRIORITY_DATABASE;
    }

    @Override
    public boolean supports(Database database) {
        return database instanceof PostgresDatabase && patience() != null;
    }

    @Override
    public boolean acquireLock() throws LockException {
        if (!hasChangeLogLock) {
            releaseLeftBehind();
        }
        boolean acquired = super.acquireLock();
        if (acquired) {
            update("set lockedby = left(concat(cast(? as text), lockedby), 255)"
                    + " where locked and not starts_with(lockedby, '" + MARK + "')");
        }
        return acquired;
    }

    /**
     * Opens the row if it is marked. Liquibase keeps one object of each step of a command for all threads, and in it
     * whether the row is to be opened at the end; a run on another database at the same time makes it forget.
     */
    public void releaseLeftBehind() throws LockException {
        if (isDatabaseChangeLogLockTableCreated(false)) {
            update("set locked = false, lockgranted = null, lockedby = null where locked and starts_with(lockedby, ?)");
        }
    }

    private static @Nullable Duration patience() {
        return Scope.getCurrentScope().get(PATIENCE, Duration.class);
    }

    /** Liquibase itself asks every ten seconds, and waits for whole minutes. */
    @Override
    public void waitForLock() throws LockException {
        long begin = System.nanoTime();
        Duration patience = Objects.requireNonNull(patience());
        while (!acquireLock()) {
            if (System.nanoTime() - begin >= patience.toNanos()) {
                throw new LockException("the row in databasechangeloglock says " + holders()
                        + ". If nobody is: update databasechangeloglock set locked = false");
            }
            pause();
        }
    }

    private String holders() throws LockException {
        return Stream.of(listLocks())
                .map(lock -> lock.getLockedBy() + " since " + lock.getLockGranted())
                .collect(Collectors.joining(", "));
    }

    private static void pause() throws LockException {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LockException(e);
        }
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
