// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

import dev.athanor.migrations.internal.data.DataChange;
import java.util.Optional;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;

/**
 * Follows Liquibase from change set to change set, keeps each and its record together, and remembers the one that
 * failed. For one thread, and for this module's packages only.
 */
public abstract class ChangeSetListener extends AbstractChangeExecListener {
    private Optional<ChangeSet> failed = Optional.empty();

    /** One is about to be run, or taken back. */
    protected abstract void begins(ChangeSet changeSet);

    /** One is done, and not yet committed, if it runs in a transaction. */
    protected void ends(ChangeSet changeSet) {}

    /** One failed. */
    protected void fails(ChangeSet changeSet, Exception exception) {}

    @Override
    public final void willRun(
            ChangeSet changeSet, DatabaseChangeLog log, Database database, ChangeSet.RunStatus status) {
        begins(changeSet);
        transactions(database).join();
    }

    @Override
    public final void willRollback(ChangeSet changeSet, DatabaseChangeLog log, Database database) {
        begins(changeSet);
        transactions(database).join();
    }

    @Override
    public final void ran(ChangeSet changeSet, DatabaseChangeLog log, Database database, ChangeSet.ExecType type) {
        transactions(database).part();
        if (type != ChangeSet.ExecType.FAILED) {
            ends(changeSet);
        }
    }

    @Override
    public final void rolledBack(ChangeSet changeSet, DatabaseChangeLog log, Database database) {
        transactions(database).part();
        ends(changeSet);
    }

    @Override
    public final void runFailed(ChangeSet changeSet, DatabaseChangeLog log, Database database, Exception exception) {
        failed(changeSet, database, exception);
    }

    @Override
    public final void rollbackFailed(
            ChangeSet changeSet, DatabaseChangeLog log, Database database, Exception exception) {
        failed(changeSet, database, exception);
    }

    private void failed(ChangeSet changeSet, Database database, Exception exception) {
        transactions(database).giveUp();
        failed = Optional.of(changeSet);
        fails(changeSet, exception);
    }

    /**
     * What failed, and what became of what it did; if none did, something else.
     *
     * @param undone what became of one that runs in a transaction
     * @param otherwise what to say if no change set failed
     */
    final String failure(String undone, String otherwise) {
        return failed.map(changeSet -> "change set " + changeSet.toString(false) + " "
                        + (changeSet.isRunInTransaction()
                                ? undone
                                : "failed, outside a transaction: what it did before stays"))
                .orElse(otherwise);
    }

    /** Whether nothing is left of what failed but what another run goes on from. */
    final boolean isUndone() {
        return failed.map(changeSet -> changeSet.isRunInTransaction()
                        || changeSet.getChanges().stream().allMatch(DataChange.class::isInstance))
                .orElse(true);
    }

    private static ChangeSetConnection transactions(Database database) {
        return (ChangeSetConnection) database.getConnection();
    }
}
