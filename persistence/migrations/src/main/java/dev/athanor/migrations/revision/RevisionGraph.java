// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Revisions and what comes before what. Immutable and thread-safe.
 *
 * <pre>{@code
 * RevisionGraph graph = RevisionDirectory.of(Path.of("db")).graph();
 * graph.heads();          // several if branches were not joined yet
 * graph.find("3fa");      // by the begin of its id
 * }</pre>
 */
public final class RevisionGraph {
    private final Map<String, Revision> revisions = new LinkedHashMap<>();
    private final Map<String, List<Revision>> children = new HashMap<>();

    private RevisionGraph(List<Revision> ordered) {
        for (Revision revision : ordered) {
            revisions.put(revision.id(), revision);
            revision.parents().forEach(parent -> children.computeIfAbsent(parent, id -> new ArrayList<>())
                    .add(revision));
        }
    }

    /** Of revisions, which must fit together. */
    public static RevisionGraph of(Collection<Revision> revisions) {
        return new RevisionGraph(RevisionOrder.of(revisions));
    }

    /** All, each after its parents; else in the order of their times. */
    public List<Revision> ordered() {
        return List.copyOf(revisions.values());
    }

    /** Those that nothing comes after. */
    public List<Revision> heads() {
        return ordered().stream()
                .filter(revision -> children(revision).isEmpty())
                .toList();
    }

    /** Those that come after nothing. */
    public List<Revision> bases() {
        return ordered().stream()
                .filter(revision -> revision.parents().isEmpty())
                .toList();
    }

    /** The one that nothing comes after. */
    public Revision head() {
        List<Revision> heads = heads();
        if (heads.isEmpty()) {
            throw new MigrationException(
                    MigrationError.REVISION_UNKNOWN, "there are no revisions yet, and so there is no head");
        }
        if (heads.size() > 1) {
            throw new MigrationException(
                    MigrationError.SEVERAL_HEADS,
                    "there are several heads: " + described(heads)
                            + ". Join them by \"athanor merge\", name one, or say \"heads\".");
        }
        return heads.get(0);
    }

    /** Those that come right after one. */
    public List<Revision> children(Revision revision) {
        return List.copyOf(children.getOrDefault(revision.id(), List.of()));
    }

    /** The one of an id. */
    public Optional<Revision> get(String id) {
        return Optional.ofNullable(revisions.get(id));
    }

    /** The one whose id is this, or begins with it. */
    public Revision find(String name) {
        List<Revision> found = ordered().stream()
                .filter(revision -> !name.isEmpty() && revision.id().startsWith(name))
                .toList();
        if (found.isEmpty()) {
            throw new MigrationException(
                    MigrationError.REVISION_UNKNOWN,
                    "there is no revision \"" + name + "\"; \"athanor history\" shows those that there are");
        }
        if (found.size() > 1) {
            throw new MigrationException(
                    MigrationError.REVISION_AMBIGUOUS,
                    "\"" + name + "\" could be any of " + described(found) + "; write more of it");
        }
        return found.get(0);
    }

    /** Some, and all that come before them. */
    public Set<Revision> upTo(Collection<Revision> some) {
        return reached(
                some,
                revision -> revision.parents().stream().map(revisions::get).toList());
    }

    /** Some, and all that come after them. */
    public Set<Revision> from(Collection<Revision> some) {
        return reached(some, this::children);
    }

    /** In the order of all. */
    private Set<Revision> reached(Collection<Revision> some, Function<Revision, List<Revision>> next) {
        Set<Revision> reached = new LinkedHashSet<>(some);
        Deque<Revision> todo = new ArrayDeque<>(some);
        while (!todo.isEmpty()) {
            for (Revision revision : next.apply(todo.remove())) {
                if (reached.add(revision)) {
                    todo.add(revision);
                }
            }
        }
        return ordered().stream().filter(reached::contains).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static String described(Collection<Revision> revisions) {
        return revisions.stream()
                .map(revision -> revision.id() + " (" + revision.message() + ")")
                .collect(Collectors.joining(", "));
    }
}
