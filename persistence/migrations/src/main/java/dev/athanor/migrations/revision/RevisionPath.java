// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.revision;

import dev.athanor.migrations.MigrationError;
import dev.athanor.migrations.MigrationException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which revisions lead from those that are applied to a target, as it is written. Immutable. */
final class RevisionPath {
    private static final Pattern UP = Pattern.compile("\\+[1-9][0-9]{0,8}");
    private static final Pattern DOWN = Pattern.compile("-[1-9][0-9]{0,8}");
    private static final String BASE = "base";

    private final RevisionGraph graph;

    RevisionPath(RevisionGraph graph) {
        this.graph = graph;
    }

    /** What a target stands for: {@code heads}, {@code head}, {@code base}, or a revision. */
    List<Revision> named(String target) {
        return switch (target) {
            case "heads" -> graph.heads();
            case "head" -> graph.heads().isEmpty() ? List.of() : List.of(graph.head());
            case BASE -> List.of();
            default -> List.of(graph.find(target));
        };
    }

    /** Those that are there at a target: the target, and what comes before it. */
    Set<Revision> upTo(String target) {
        return graph.upTo(named(target));
    }

    /** Those that are missing, in the order to apply. */
    List<Revision> up(Set<Revision> applied, String target) {
        if (UP.matcher(target).matches()) {
            return climbed(applied, Integer.parseInt(target.substring(1)));
        }
        if (target.equals(BASE) || DOWN.matcher(target).matches()) {
            throw unknown("\"" + target + "\" leads down: \"athanor downgrade " + target + "\" goes there");
        }
        return upTo(target).stream()
                .filter(revision -> !applied.contains(revision))
                .toList();
    }

    private List<Revision> climbed(Set<Revision> applied, int steps) {
        Set<Revision> there = new HashSet<>(applied);
        List<Revision> way = new ArrayList<>();
        while (way.size() < steps) {
            List<Revision> next = graph.ordered().stream()
                    .filter(revision -> !there.contains(revision))
                    .filter(revision -> ids(there).containsAll(revision.parents()))
                    .toList();
            Revision one = only(next, way.size(), steps, "not applied");
            there.add(one);
            way.add(one);
        }
        return way;
    }

    /** Those that are there and to be taken back, in the order to do so. */
    List<Revision> down(Set<Revision> applied, String target) {
        if (DOWN.matcher(target).matches()) {
            return descended(applied, Integer.parseInt(target.substring(1)));
        }
        if (UP.matcher(target).matches()) {
            throw unknown("\"" + target + "\" leads up: \"athanor upgrade " + target + "\" goes there");
        }
        List<Revision> stay = named(target);
        for (Revision revision : stay) {
            if (!applied.contains(revision)) {
                throw new MigrationException(
                        MigrationError.REVISION_NOT_APPLIED,
                        "revision " + revision.description() + " is not applied, so nothing leads back to it");
            }
        }
        Set<Revision> gone = new HashSet<>(target.equals(BASE) ? applied : graph.from(stay));
        stay.forEach(gone::remove);
        return backwards(gone, applied);
    }

    private List<Revision> backwards(Set<Revision> gone, Set<Revision> applied) {
        List<Revision> way = new ArrayList<>(graph.ordered());
        way.removeIf(revision -> !gone.contains(revision) || !applied.contains(revision));
        Collections.reverse(way);
        return way;
    }

    private List<Revision> descended(Set<Revision> applied, int steps) {
        Set<Revision> there = new HashSet<>(applied);
        List<Revision> way = new ArrayList<>();
        while (way.size() < steps) {
            List<Revision> next = there.stream()
                    .filter(revision -> graph.children(revision).stream().noneMatch(there::contains))
                    .toList();
            Revision one = only(next, way.size(), steps, "applied");
            there.remove(one);
            way.add(one);
        }
        return way;
    }

    private static Revision only(List<Revision> next, int done, int steps, String what) {
        if (next.isEmpty()) {
            throw unknown(steps + (steps == 1 ? " step" : " steps") + " cannot be gone, as only " + done
                    + (done == 1 ? " revision is " : " revisions are ") + what);
        }
        if (next.size() > 1) {
            throw new MigrationException(
                    MigrationError.REVISION_AMBIGUOUS,
                    "a step could be any of " + RevisionGraph.described(next) + "; name the revision to go to");
        }
        return next.get(0);
    }

    private static MigrationException unknown(String message) {
        return new MigrationException(MigrationError.REVISION_UNKNOWN, message);
    }

    private static Set<String> ids(Set<Revision> revisions) {
        return revisions.stream().map(Revision::id).collect(Collectors.toSet());
    }
}
