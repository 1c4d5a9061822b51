// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

import dev.athanor.migrations.MigrationEvent.Failed;
import dev.athanor.migrations.MigrationEvent.Finished;
import dev.athanor.migrations.MigrationEvent.Started;
import dev.athanor.migrations.internal.Contract;
import dev.athanor.migrations.internal.OwnScope;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import liquibase.ContextExpression;
import liquibase.Labels;
import liquibase.UpdateSummaryEnum;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.RanChangeSet;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.ChangeExecListenerCommandStep;
import liquibase.command.core.helpers.ShowSummaryArgument;
import liquibase.database.Database;
import liquibase.exception.LiquibaseException;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;

/** A changelog on one connection, which is handed back as it came. */
final class LiquibaseRun {
    private final Connection connection;
    private final String changelog;
    private final ResourceAccessor resources;
    private final LiquibaseScope scope;
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
        this.scope = new LiquibaseScope(connection, resources, classLoader, patience, events);
        this.events = events;
    }

    /** The lock must be held. */
    void update() throws SQLException {
        scope.run(database -> {
            DatabaseChangeLog wanted = parsed(database);
            SchemaState before = compare(wanted, applied());
            wanted.getChangeSets().removeIf(changeSet -> before.heldBack().contains(changeSet.toString(false)));
            Steps steps = new Steps(before.pending().size());
            try {
                return LiquibaseScope.execute(
                        OwnScope.command(UpdateCommandStep.COMMAND_NAME)
                                .addArgumentValue(UpdateCommandStep.CHANGELOG_ARG, wanted)
                                .addArgumentValue(ChangeExecListenerCommandStep.CHANGE_EXEC_LISTENER_ARG, steps)
                                .addArgumentValue(ShowSummaryArgument.SHOW_SUMMARY, UpdateSummaryEnum.OFF),
                        database);
            } catch (LiquibaseException e) {
                throw scope.failure(
                        steps, "failed and was undone", "the changelog \"" + changelog + "\" cannot be applied", e);
            }
        });
    }

    SchemaState state() throws SQLException {
        boolean readOnly = connection.isReadOnly();
        connection.setReadOnly(true);
        try {
            return scope.run(database -> compare(parsed(database), applied()));
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
        List<ChangeSet> pending = new ArrayList<>();
        List<ChangeSet> altered = new ArrayList<>();
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
                                    (changeSet.isRunOnChange() ? pending : altered).add(changeSet);
                                }
                            },
                            () -> pending.add(changeSet));
        }
        List<ChangeSet> heldBack = applied.isEmpty() ? List.of() : Contract.heldBack(pending, Contract::is);
        pending.removeAll(heldBack);
        return new SchemaState(names(pending), names(altered), names(heldBack));
    }

    private static List<String> names(List<ChangeSet> changeSets) {
        return changeSets.stream().map(changeSet -> changeSet.toString(false)).toList();
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
                    "the changelog \"" + changelog + "\" cannot be read: " + LiquibaseScope.innermost(e),
                    e);
        }
    }

    /** Tells of each change set. */
    private final class Steps extends ChangeSetListener {
        private final int count;
        private int number;
        private long begin;

        Steps(int count) {
            this.count = count;
        }

        @Override
        protected void begins(ChangeSet changeSet) {
            number++;
            begin = System.nanoTime();
            events.accept(new Started(changeSet.toString(false), number, Math.max(number, count)));
        }

        @Override
        protected void ends(ChangeSet changeSet) {
            Duration time = Duration.ofNanos(System.nanoTime() - begin);
            events.accept(new Finished(changeSet.toString(false), time));
        }

        @Override
        protected void fails(ChangeSet changeSet, Exception exception) {
            events.accept(new Failed(changeSet.toString(false), LiquibaseScope.innermost(exception)));
        }
    }
}
