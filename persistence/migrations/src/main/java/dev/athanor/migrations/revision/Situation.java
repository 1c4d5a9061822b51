// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import dev.athanor.migrations.internal.Contract;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import liquibase.changelog.ChangeSet;
import liquibase.database.Database;

/**
 * What there is at the begin of a migration. Immutable.
 *
 * @param graph the revisions
 * @param changeSets their change sets
 * @param recorded what the database remembers, with its check sums
 * @param state the one beside the other
 */
record Situation(
        RevisionGraph graph,
        ChangeSets changeSets,
        Map<RecordedChangeSet, Optional<String>> recorded,
        DatabaseRevisions state) {
    static Situation of(RevisionGraph graph, ChangeSets changeSets, Map<RecordedChangeSet, Optional<String>> recorded) {
        return new Situation(graph, changeSets, recorded, new RevisionStates(graph, changeSets, recorded).found());
    }

    boolean isRecorded(ChangeSet changeSet) {
        return recorded.containsKey(RecordedChangeSet.of(changeSet));
    }

    /** What is missing on the way to a target. */
    List<Revision> up(String target) {
        state.checkKnown();
        state.checkUnaltered();
        return new RevisionPath(graph).up(state.complete(), target);
    }

    /** What of it waits: what contracts, at the end of a way that nobody named, in a database in use. */
    List<Revision> heldBack(String target) {
        if (recorded.isEmpty() || !target.startsWith("head")) {
            return List.of();
        }
        return Contract.heldBack(
                up(target), revision -> changeSets.of(revision).stream().allMatch(Contract::is));
    }

    /** What is to be taken back on the way to a target. */
    List<Revision> down(String target) {
        state.checkKnown();
        state.checkUnaltered();
        return new RevisionPath(graph).down(state.begun(), target);
    }

    /** Refuses to begin what could not be brought to an end. */
    static void checkReversible(Collection<ChangeSet> changeSets, Database database) {
        String irreversible = changeSets.stream()
                .filter(changeSet -> !changeSet.supportsRollback(database))
                .map(changeSet -> changeSet.toString(false))
                .collect(Collectors.joining(", "));
        if (!irreversible.isEmpty()) {
            throw new MigrationException(
                    MigrationError.IRREVERSIBLE,
                    "nothing is taken back, as change sets do not say how: " + irreversible
                            + ". Give them a \"rollback\"; one with \"empty: {}\" if there is nothing to do.");
        }
    }
}
