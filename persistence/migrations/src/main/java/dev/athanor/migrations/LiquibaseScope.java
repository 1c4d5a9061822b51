// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

import dev.athanor.migrations.internal.OwnScope;
import dev.athanor.migrations.internal.TakeOverLockService;
import dev.athanor.migrations.internal.data.DataRun;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import liquibase.Scope;
import liquibase.command.CommandResults;
import liquibase.command.CommandScope;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.LiquibaseException;
import liquibase.exception.LockException;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.jspecify.annotations.Nullable;

/**
 * What Liquibase does on one connection, which is handed back as it came. For one thread, and for this module's
 * packages only.
 */
public final class LiquibaseScope {
    /** The number of the lock under which migrations run. */
    public static final long LOCK = MigrationLock.KEY;

    private static final int SECONDS_TO_ANSWER = 5;

    /** A lock that was not to be had in time, a deadlock, and a transaction that cannot be serialized. */
    private static final Set<String> HINDERED = Set.of("55P03", "40P01", "40001");

    private final Connection connection;
    private final Map<String, Object> scope = new HashMap<>();

    /** With what changelogs and classes are found by, and who is told how it goes on. */
    public LiquibaseScope(
            Connection connection,
            ResourceAccessor resources,
            ClassLoader classLoader,
            Duration patience,
            Consumer<MigrationEvent> events) {
        this.connection = connection;
        scope.putAll(settings(resources, classLoader));
        scope.put(TakeOverLockService.PATIENCE, patience);
        scope.put(DataRun.EVENTS, events);
    }

    private static Map<String, Object> settings(ResourceAccessor resources, ClassLoader classLoader) {
        return Map.of(
                Scope.Attr.classLoader.name(),
                classLoader,
                Scope.Attr.resourceAccessor.name(),
                resources,
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                "liquibase.analytics.enabled",
                false);
    }

    /** Does something for which no database is needed, only PostgreSQL's words. */
    public static <T> T offline(ResourceAccessor resources, ClassLoader classLoader, Work<T> work) {
        try {
            return OwnScope.run(settings(resources, classLoader), () -> work.on(new PostgresDatabase()));
        } catch (MigrationException e) {
            throw e;
        } catch (Exception e) {
            throw new MigrationException(MigrationError.CHANGELOG_UNREADABLE, innermost(e), e);
        }
    }

    /** Does something while nobody else migrates the database, which is waited for no longer than this. */
    public static <T> T locked(
            Connection connection, Duration patience, Consumer<MigrationEvent> events, Locked<T> work)
            throws SQLException {
        try (MigrationLock lock = MigrationLock.acquire(connection, patience, events)) {
            return lock.whileHeld(work);
        }
    }

    /** Does something. */
    public <T> T run(Work<T> work) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        try {
            return OwnScope.run(scope, () -> {
                PostgresDatabase database = new PostgresDatabase();
                database.setConnection(new ChangeSetConnection(connection));
                return work.on(database);
            });
        } catch (MigrationException | SQLException e) {
            throw e;
        } catch (Exception e) {
            if (isLost()) {
                throw lost(e);
            }
            throw new MigrationException(MigrationError.MIGRATION_FAILED, innermost(e), e);
        } finally {
            if (!connection.isClosed()) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
                connection.setAutoCommit(autoCommit);
            }
        }
    }

    /** Runs a command that takes Liquibase's own lock, and sees to it that the lock is free after it. */
    public static CommandResults execute(CommandScope command, Database database) throws LiquibaseException {
        Throwable failure = null;
        try {
            return command.addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                    .execute();
        } catch (LiquibaseException | RuntimeException | Error e) {
            failure = e;
            throw e;
        } finally {
            release(database, failure);
        }
    }

    private static void release(Database database, @Nullable Throwable failure) throws LiquibaseException {
        TakeOverLockService locks = new TakeOverLockService();
        locks.setDatabase(database);
        try {
            if (failure != null) {
                database.rollback();
            }
            locks.releaseLeftBehind();
        } catch (LiquibaseException | RuntimeException e) {
            if (failure == null) {
                throw e;
            }
            failure.addSuppressed(e);
        }
    }

    /**
     * A lost connection is not the change set's fault, and neither is somebody else's lock.
     *
     * @param steps has followed the change sets
     * @param undone what became of one that failed in a transaction
     * @param otherwise what to say if no change set failed
     */
    public Exception failure(ChangeSetListener steps, String undone, String otherwise, LiquibaseException error)
            throws SQLException {
        if (isLost()) {
            return lost(error);
        }
        String what = steps.failure(undone, otherwise);
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof MigrationException known && known.code() != MigrationError.MIGRATION_FAILED) {
                return known;
            }
            if (cause instanceof LockException) {
                return new MigrationException(
                        MigrationError.MIGRATION_LOCKED,
                        "Liquibase's own lock is held by somebody else: " + innermost(error),
                        error);
            }
            if (cause instanceof SQLException sql
                    && HINDERED.contains(String.valueOf(sql.getSQLState()))
                    && steps.isUndone()) {
                return new MigrationException(
                        MigrationError.MIGRATION_HINDERED,
                        what + ", as others were in its way; it may be tried again: " + innermost(error),
                        error);
            }
        }
        return new MigrationException(MigrationError.MIGRATION_FAILED, what + ": " + innermost(error), error);
    }

    private boolean isLost() throws SQLException {
        return connection.isClosed() || !connection.isValid(SECONDS_TO_ANSWER);
    }

    private static SQLException lost(Exception error) {
        return new SQLException("the connection was lost during the migration: " + innermost(error), "08006", error);
    }

    /** By SQLSTATE: 08 is the connection's class, 57P that of a server which is stopping or starting. */
    public static MigrationException failure(String what, SQLException error) {
        String state = String.valueOf(error.getSQLState());
        return state.startsWith("08") || state.startsWith("57P")
                ? new MigrationException(
                        MigrationError.DATABASE_UNREACHABLE,
                        "the connection for migrations broke: " + error.getMessage(),
                        error)
                : new MigrationException(MigrationError.MIGRATION_FAILED, what + ": " + error.getMessage(), error);
    }

    /** The message that says what is wrong, without the wrappers around it. */
    public static String innermost(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    /** What is done under the lock. */
    public interface Locked<T> {
        /** Does it. */
        T run() throws SQLException;
    }

    /** What is done. */
    public interface Work<T> {
        /** Does it. */
        T on(Database database) throws Exception;
    }
}
