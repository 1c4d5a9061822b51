// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

import dev.athanor.migrations.MigrationEvent.Failed;
import dev.athanor.migrations.MigrationEvent.Finished;
import dev.athanor.migrations.MigrationEvent.Started;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;

/** Follows Liquibase from change set to change set: tells of them, and keeps each and its record together. */
final class RunListener extends AbstractChangeExecListener {
    private final ChangeSetConnection connection;
    private final MigrationLock lock;
    private final Consumer<MigrationEvent> events;
    private final int count;
    private int number;
    private long begin;
    private Optional<ChangeSet> failed = Optional.empty();

    RunListener(ChangeSetConnection connection, MigrationLock lock, Consumer<MigrationEvent> events, int count) {
        this.connection = connection;
        this.lock = lock;
        this.events = events;
        this.count = count;
    }

    @Override
    public void willRun(ChangeSet changeSet, DatabaseChangeLog log, Database database, ChangeSet.RunStatus status) {
        number++;
        begin = System.nanoTime();
        events.accept(new Started(changeSet.toString(false), number, Math.max(number, count)));
        connection.join();
    }

    /** What it did is not committed yet, if it runs in a transaction. */
    @Override
    public void ran(ChangeSet changeSet, DatabaseChangeLog log, Database database, ChangeSet.ExecType type) {
        connection.part();
        try {
            lock.verify();
        } catch (SQLException e) {
            throw new UnexpectedLiquibaseException(e);
        }
        if (type != ChangeSet.ExecType.FAILED) {
            events.accept(new Finished(changeSet.toString(false), Duration.ofNanos(System.nanoTime() - begin)));
        }
    }

    @Override
    public void runFailed(ChangeSet changeSet, DatabaseChangeLog log, Database database, Exception exception) {
        connection.part();
        failed = Optional.of(changeSet);
        events.accept(new Failed(changeSet.toString(false), LiquibaseRun.innermost(exception)));
    }

    /** What failed, and what became of what it did. */
    Optional<String> failure() {
        return failed.map(changeSet -> "change set " + changeSet.toString(false)
                + (changeSet.isRunInTransaction()
                        ? " failed and was undone"
                        : " failed, outside a transaction: what it did before stays"));
    }
}
