// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import dev.athanor.migrations.ChangeSetListener;
import dev.athanor.migrations.LiquibaseScope;
import dev.athanor.migrations.internal.OwnScope;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.command.CommandScope;
import liquibase.command.core.RollbackCountCommandStep;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.ChangeExecListenerCommandStep;
import liquibase.command.core.helpers.DatabaseChangelogCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ResourceAccessor;

/** Revisions on one connection, which is handed back as it came. For one thread. */
final class RevisionRun {
    private final Connection connection;
    private final RevisionDirectory directory;
    private final ResourceAccessor files;
    private final Progress progress;
    private final LiquibaseScope scope;

    RevisionRun(
            Connection connection,
            RevisionDirectory directory,
            ResourceAccessor files,
            ClassLoader classLoader,
            Duration patience,
            Progress progress) {
        this.connection = connection;
        this.directory = directory;
        this.files = files;
        this.progress = progress;
        this.scope = new LiquibaseScope(connection, files, classLoader, patience, progress::goesOn);
    }

    Situation look() throws SQLException {
        RevisionGraph graph = directory.graph();
        Map<RecordedChangeSet, Optional<String>> recorded = RecordedChangeSet.read(connection);
        return scope.run(database -> Situation.of(graph, ChangeSets.parse(directory, database, files), recorded));
    }

    /** Applies change sets, in their order. */
    void update(List<ChangeSet> changeSets) throws SQLException {
        run(changeSets, "failed and was undone", database -> OwnScope.command(UpdateCommandStep.COMMAND_NAME)
                .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF));
    }

    /** Takes change sets back, in the opposite order of that in which they were applied. */
    void rollback(List<ChangeSet> changeSets) throws SQLException {
        Situation.checkReversible(changeSets, new PostgresDatabase());
        run(changeSets, "could not be taken back, and is there as before", database -> OwnScope.command(
                        RollbackCountCommandStep.COMMAND_NAME)
                .addArgumentValue(RollbackCountCommandStep.COUNT_ARG, changeSets.size()));
    }

    private void run(List<ChangeSet> changeSets, String failure, LiquibaseScope.Work<CommandScope> command)
            throws SQLException {
        Steps steps = new Steps(changeSets.size());
        scope.run(database -> {
            try {
                return LiquibaseScope.execute(
                        command.on(database)
                                .addArgumentValue(
                                        DatabaseChangelogCommandStep.CHANGELOG_ARG, joined(changeSets, database))
                                .addArgumentValue(ChangeExecListenerCommandStep.CHANGE_EXEC_LISTENER_ARG, steps),
                        database);
            } catch (LiquibaseException e) {
                throw scope.failure(steps, failure, "the revisions cannot be run", e);
            }
        });
    }

    private static DatabaseChangeLog joined(List<ChangeSet> changeSets, Database database) {
        DatabaseChangeLog joined = new DatabaseChangeLog(MasterChangelog.NAME);
        joined.setChangeLogParameters(new ChangeLogParameters(database));
        changeSets.forEach(joined::addChangeSet);
        return joined;
    }

    /** Runs all statements, or none. */
    void execute(List<String> statements) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        } finally {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(autoCommit);
            }
        }
    }

    /** Counts change sets. */
    private final class Steps extends ChangeSetListener {
        private final int all;
        private int number;

        Steps(int all) {
            this.all = all;
        }

        @Override
        protected void begins(ChangeSet changeSet) {
            number++;
            progress.begins(changeSet.getFilePath(), changeSet.getId(), number, all);
        }
    }
}
