// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Puts revisions in an order in which each comes after its parents, if there is one. For one use. */
final class RevisionOrder {
    private static final Comparator<Revision> BY_TIME =
            Comparator.comparing(Revision::created).thenComparing(Revision::id);

    private final Map<String, Revision> left = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private RevisionOrder(Collection<Revision> revisions) {
        for (Revision revision : revisions) {
            Revision other = left.put(revision.id(), revision);
            if (other != null) {
                problems.add("revision " + revision.id() + " is there twice: \"" + other.message() + "\" and \""
                        + revision.message() + "\"");
            }
        }
    }

    static List<Revision> of(Collection<Revision> revisions) {
        RevisionOrder order = new RevisionOrder(revisions);
        order.checkParents();
        order.report();
        List<Revision> ordered = order.ordered();
        order.report();
        return ordered;
    }

    private void checkParents() {
        for (Revision revision : left.values()) {
            for (String parent : revision.parents()) {
                if (!left.containsKey(parent)) {
                    problems.add("revision " + revision.id() + " comes after " + parent + ", which is not there");
                }
            }
            if (revision.parents().size()
                    != revision.parents().stream().distinct().count()) {
                problems.add("revision " + revision.id() + " names a parent twice");
            }
        }
    }

    private List<Revision> ordered() {
        List<Revision> ordered = new ArrayList<>();
        TreeSet<Revision> ready = new TreeSet<>(BY_TIME);
        left.values().stream().filter(revision -> revision.parents().isEmpty()).forEach(ready::add);
        while (!ready.isEmpty()) {
            Revision next = ready.first();
            ready.remove(next);
            left.remove(next.id());
            ordered.add(next);
            left.values().stream()
                    .filter(revision -> revision.parents().contains(next.id())
                            && revision.parents().stream().noneMatch(left::containsKey))
                    .forEach(ready::add);
        }
        if (!left.isEmpty()) {
            problems.add("revisions come after themselves, or after such ones: " + String.join(", ", left.keySet()));
        }
        return ordered;
    }

    private void report() {
        if (!problems.isEmpty()) {
            throw new MigrationException(MigrationError.REVISIONS_INVALID, String.join("; ", problems));
        }
    }
}
