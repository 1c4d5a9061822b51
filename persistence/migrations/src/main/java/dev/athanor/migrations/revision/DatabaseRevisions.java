// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a database has of the revisions of a directory. Immutable and thread-safe.
 *
 * @param heads the applied revisions that no applied one comes after
 * @param applied the revisions whose change sets are all applied
 * @param partly those of which some are
 * @param pending those of which none is
 * @param heldBack those of them that wait until no server of the version before runs any more
 * @param unknown ids of revisions that the database has and the directory has not
 * @param altered change sets whose text is no longer the one that was applied, as {@code revision::id::author}
 */
public record DatabaseRevisions(
        List<Revision> heads,
        List<Revision> applied,
        List<Revision> partly,
        List<Revision> pending,
        List<Revision> heldBack,
        List<String> unknown,
        List<String> altered) {
    /** Keeps copies. */
    public DatabaseRevisions {
        heads = List.copyOf(heads);
        applied = List.copyOf(applied);
        partly = List.copyOf(partly);
        pending = List.copyOf(pending);
        heldBack = List.copyOf(heldBack);
        unknown = List.copyOf(unknown);
        altered = List.copyOf(altered);
    }

    /** Whether all is applied, as it is written now. */
    public boolean isCurrent() {
        return partly.isEmpty() && pending.isEmpty() && unknown.isEmpty() && altered.isEmpty();
    }

    /** Refuses to go on with a database that has what nobody here knows. */
    void checkKnown() {
        if (!unknown.isEmpty()) {
            throw new MigrationException(
                    MigrationError.REVISION_MISSING,
                    "the database has revisions that are not in the directory: " + String.join(", ", unknown)
                            + ". Get their files, from the branch that they were made in for one.");
        }
    }

    void checkUnaltered() {
        if (!altered.isEmpty()) {
            throw new MigrationException(
                    MigrationError.CHANGE_SET_ALTERED,
                    "change sets were edited after they were applied: " + String.join(", ", altered)
                            + ". Put back what they were and write a new revision; or, if what the database has is what"
                            + " they say now, tell so by \"athanor stamp\".");
        }
    }

    Set<Revision> complete() {
        return new HashSet<>(applied);
    }

    /** Those of which something is there. */
    Set<Revision> begun() {
        Set<Revision> begun = new HashSet<>(applied);
        begun.addAll(partly);
        return begun;
    }

    /** Refuses unless every revision is applied. */
    void checkAtHead() {
        List<Revision> missing = new ArrayList<>(partly);
        missing.addAll(pending);
        if (!missing.isEmpty()) {
            throw new MigrationException(
                    MigrationError.NOT_AT_HEAD,
                    "the database does not have all revisions yet: " + RevisionGraph.described(missing)
                            + ". \"athanor upgrade" + (heldBack.containsAll(missing) ? " --contract" : "")
                            + "\" first.");
        }
    }
}
