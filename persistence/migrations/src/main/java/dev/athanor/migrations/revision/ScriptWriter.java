// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;

/** Writes what would be done as scripts. For one thread. */
final class ScriptWriter {
    private final ChangeSets changeSets;
    private final Database database;
    private final ChangeSetSql sql;
    private final ChangeLogTable table = new ChangeLogTable(Clock.systemUTC());

    /** Of a database that need not be connected. */
    ScriptWriter(ChangeSets changeSets, Database database) {
        this.changeSets = changeSets;
        this.database = database;
        this.sql = new ChangeSetSql(database);
    }

    String up(List<Revision> way, Predicate<ChangeSet> isMissing) {
        Script script = new Script(title("Upgrade", way));
        script.statement(ChangeLogTable.CREATED);
        for (Revision revision : way) {
            script.revision(revision);
            changeSets.of(revision).stream()
                    .filter(isMissing)
                    .forEach(changeSet -> script.changeSet(changeSet, sql.statements(changeSet), recorded(changeSet)));
        }
        return script.finished();
    }

    /** What revisions do, but for what is no statement. */
    List<String> statements(List<Revision> revisions) {
        List<String> statements = new ArrayList<>();
        for (ChangeSet changeSet : changeSets.of(revisions)) {
            try {
                statements.addAll(sql.statements(changeSet));
            } catch (MigrationException e) {
                if (e.code() != MigrationError.NOT_SCRIPTABLE) {
                    throw e;
                }
            }
        }
        return statements;
    }

    private static String title(String what, Collection<Revision> revisions) {
        return what + ": " + (revisions.isEmpty() ? "nothing" : RevisionGraph.described(revisions));
    }

    /** One that runs again when it changed is there already. */
    private List<String> recorded(ChangeSet changeSet) {
        return changeSet.isRunOnChange()
                ? List.of(table.forgotten(changeSet), table.recorded(changeSet))
                : List.of(table.recorded(changeSet));
    }

    String down(List<Revision> way, Predicate<ChangeSet> isApplied) {
        Situation.checkReversible(changeSets.of(way), database);
        Script script = new Script(title("Downgrade", way));
        for (Revision revision : way) {
            script.revision(revision);
            List<ChangeSet> own = changeSets.of(revision);
            for (int i = own.size() - 1; i >= 0; i--) {
                ChangeSet changeSet = own.get(i);
                if (isApplied.test(changeSet)) {
                    script.changeSet(changeSet, sql.rollback(changeSet), List.of(table.forgotten(changeSet)));
                }
            }
        }
        return script.finished();
    }

    String stamp(Collection<Revision> there, Collection<Revision> notThere) {
        Script script = new Script(title("Stamp", there));
        script.statement("begin");
        stamping(there, notThere).forEach(script::statement);
        script.statement("commit");
        return script.finished();
    }

    /** The statements that make the database say so, whatever it said before. */
    List<String> stamping(Collection<Revision> there, Collection<Revision> notThere) {
        List<String> statements = new ArrayList<>();
        statements.add(ChangeLogTable.CREATED);
        notThere.forEach(revision -> statements.add(table.forgotten(revision)));
        for (ChangeSet changeSet : changeSets.of(there)) {
            statements.add(table.recorded(changeSet));
            statements.add(table.renewed(changeSet));
        }
        return statements;
    }
}
