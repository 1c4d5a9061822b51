// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

import dev.athanor.migrations.internal.TakeOverLockService;
import dev.athanor.migrations.internal.data.DataRun;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import liquibase.ContextExpression;
import liquibase.Labels;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.RanChangeSet;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.ChangeExecListenerCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.LiquibaseException;
import liquibase.exception.LockException;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Liquibase on one connection, which is handed back as it came. */
final class LiquibaseRun {
    private static final int SECONDS_TO_ANSWER = 5;

    private final Connection connection;
    private final String changelog;
    private final ResourceAccessor resources;
    private final Map<String, Object> scope = new HashMap<>();
    private final Consumer<MigrationEvent> events;

    LiquibaseRun(
            Connection connection,
            String changelog,
            ClassLoader classLoader,
            Duration patience,
            Consumer<MigrationEvent> events) {
        this.connection = connection;
        this.changelog = changelog;
        this.resources = new ClassLoaderResourceAccessor(classLoader);
        this.events = events;
        scope.put(Scope.Attr.classLoader.name(), classLoader);
        scope.put(Scope.Attr.resourceAccessor.name(), resources);
        scope.put(Scope.Attr.ui.name(), new LoggerUIService());
        scope.put("liquibase.analytics.enabled", false);
        scope.put(TakeOverLockService.PATIENCE, patience);
        scope.put(DataRun.EVENTS, events);
    }

    void update(MigrationLock lock) throws SQLException {
        inScope((database, transactions) -> {
            DatabaseChangeLog wanted = parsed(database);
            int missing = compare(wanted, applied()).pending().size();
            RunListener listener = new RunListener(transactions, lock, events, missing);
            try {
                return new CommandScope(UpdateCommandStep.COMMAND_NAME)
                        .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                        .addArgumentValue(UpdateCommandStep.CHANGELOG_ARG, wanted)
                        .addArgumentValue(ChangeExecListenerCommandStep.CHANGE_EXEC_LISTENER_ARG, listener)
                        .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF)
                        .execute();
            } catch (LiquibaseException e) {
                throw failure(listener, e);
            }
        });
    }

    /** A lost connection is not the change set's fault, and neither is somebody else's lock. */
    private Exception failure(RunListener listener, LiquibaseException error) throws SQLException {
        if (connection.isClosed() || !connection.isValid(SECONDS_TO_ANSWER)) {
            return new SQLException(
                    "the connection was lost during the migration: " + innermost(error), "08006", error);
        }
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
        }
        String what = listener.failure().orElse("the changelog \"" + changelog + "\" cannot be applied");
        return new MigrationException(MigrationError.MIGRATION_FAILED, what + ": " + innermost(error), error);
    }

    SchemaState state() throws SQLException {
        boolean readOnly = connection.isReadOnly();
        connection.setReadOnly(true);
        try {
            return inScope((database, transactions) -> compare(parsed(database), applied()));
        } finally {
            if (!connection.isClosed()) {
                connection.setReadOnly(readOnly);
            }
        }
    }

    /** Read without Liquibase, whose services for this remember every connection. */
    private List<RanChangeSet> applied() throws SQLException {
        List<RanChangeSet> applied = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet table = statement.executeQuery("select to_regclass('databasechangelog') is not null")) {
                if (!table.next() || !table.getBoolean(1)) {
                    return applied;
                }
            }
            try (ResultSet row = statement.executeQuery("select filename, id, author, md5sum from databasechangelog")) {
                while (row.next()) {
                    applied.add(new RanChangeSet(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            CheckSum.parse(row.getString(4)),
                            null,
                            null,
                            null,
                            null,
                            null,
                            new ContextExpression(),
                            new Labels(),
                            null));
                }
            }
        }
        return applied;
    }

    private static SchemaState compare(DatabaseChangeLog wanted, List<RanChangeSet> applied) {
        List<String> pending = new ArrayList<>();
        List<String> altered = new ArrayList<>();
        for (ChangeSet changeSet : wanted.getChangeSets()) {
            if (changeSet.isIgnore() || changeSet.isInheritableIgnore()) {
                continue;
            }
            applied.stream()
                    .filter(ran -> ran.isSameAs(changeSet))
                    .findFirst()
                    .ifPresentOrElse(
                            ran -> {
                                if (!changeSet.isCheckSumValid(ran.getLastCheckSum())) {
                                    (changeSet.isRunOnChange() ? pending : altered).add(changeSet.toString(false));
                                }
                            },
                            () -> pending.add(changeSet.toString(false)));
        }
        return new SchemaState(pending, altered);
    }

    private DatabaseChangeLog parsed(Database database) {
        try {
            DatabaseChangeLog parsed = ChangeLogParserFactory.getInstance()
                    .getParser(changelog, resources)
                    .parse(changelog, new ChangeLogParameters(database), resources);
            if (parsed == null) {
                throw new MigrationException(
                        MigrationError.CHANGELOG_UNREADABLE, "the changelog \"" + changelog + "\" is empty");
            }
            return parsed;
        } catch (LiquibaseException e) {
            throw new MigrationException(
                    MigrationError.CHANGELOG_UNREADABLE,
                    "the changelog \"" + changelog + "\" cannot be read: " + innermost(e),
                    e);
        }
    }

    private <T> T inScope(Work<T> work) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        try {
            return Scope.child(scope, () -> {
                PostgresDatabase database = new PostgresDatabase();
                ChangeSetConnection transactions = new ChangeSetConnection(connection);
                database.setConnection(transactions);
                return work.on(database, transactions);
            });
        } catch (MigrationException | SQLException e) {
            throw e;
        } catch (Exception e) {
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

    /** The message that says what is wrong, without the wrappers around it. */
    static String innermost(Throwable error) {
        Throwable cause = error;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    private interface Work<T> {
        T on(Database database, ChangeSetConnection transactions) throws Exception;
    }
}
