// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import dev.athanor.migrations.internal.Contract;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import liquibase.change.CheckSum;
import liquibase.changelog.ChangeSet;

/** Compares revisions with what a database has recorded. For one use. */
final class RevisionStates {
    private final RevisionGraph graph;
    private final ChangeSets changeSets;
    private final Map<RecordedChangeSet, Optional<String>> recorded;
    private final List<String> altered = new ArrayList<>();

    RevisionStates(RevisionGraph graph, ChangeSets changeSets, Map<RecordedChangeSet, Optional<String>> recorded) {
        this.graph = graph;
        this.changeSets = changeSets;
        this.recorded = recorded;
    }

    DatabaseRevisions found() {
        List<Revision> applied = new ArrayList<>();
        List<Revision> partly = new ArrayList<>();
        List<Revision> pending = new ArrayList<>();
        for (Revision revision : graph.ordered()) {
            List<ChangeSet> own = changeSets.of(revision);
            long done = own.stream().filter(this::isDone).count();
            (done == own.size() ? applied : done == 0 ? pending : partly).add(revision);
        }
        Set<Revision> there = new HashSet<>(applied);
        List<Revision> heads = applied.stream()
                .filter(revision -> graph.children(revision).stream().noneMatch(there::contains))
                .toList();
        return new DatabaseRevisions(heads, applied, partly, pending, heldBack(pending), unknown(), altered);
    }

    private List<Revision> heldBack(List<Revision> pending) {
        return recorded.isEmpty() ? List.of() : Contract.heldBack(pending, this::isContract);
    }

    /** Whether all of it waits. */
    boolean isContract(Revision revision) {
        return changeSets.of(revision).stream().allMatch(Contract::is);
    }

    private boolean isDone(ChangeSet changeSet) {
        Optional<String> sum = recorded.get(RecordedChangeSet.of(changeSet));
        if (sum == null) {
            return false;
        }
        if (!changeSet.isCheckSumValid(sum.map(CheckSum::parse).orElse(null))) {
            if (changeSet.isRunOnChange()) {
                return false;
            }
            altered.add(changeSet.toString(false));
        }
        return true;
    }

    private List<String> unknown() {
        Set<String> unknown = new TreeSet<>();
        for (RecordedChangeSet each : recorded.keySet()) {
            if (Revision.isId(each.file()) && graph.get(each.file()).isEmpty()) {
                unknown.add(each.file());
            }
        }
        return List.copyOf(unknown);
    }
}
