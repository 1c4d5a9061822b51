// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.tree.Node;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Subquery;
import dev.athanor.sql.tree.Through;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The relations that a select follows by itself: what they lead to is joined right where their owners are. */
final class Paths {
    /** By the aliases of what they lead to. */
    private final Map<String, Through> joined = new HashMap<>();

    /** By the alias of the select's own source at whose place they are written; in the order of that. */
    private final Map<String, List<Through>> places = new HashMap<>();

    private Set<String> grouped = Set.of();
    private boolean ofGroups;

    /** Joins what a relation leads to, after its owner and all that was joined to that before. */
    void join(Through through, Source owner) {
        String alias = owner.alias();
        Through before = joined.get(alias);
        while (before != null) {
            alias = Following.owner(before).orElseThrow().alias();
            before = joined.get(alias);
        }
        places.computeIfAbsent(alias, place -> new ArrayList<>()).add(through);
        joined.put(through.target().alias(), through);
    }

    /** What is joined at the place of a source. */
    List<Through> at(Source source) {
        return places.getOrDefault(source.alias(), List.of());
    }

    /** Whether the row that a value is of is joined. */
    boolean has(Through through) {
        Through same = joined.get(through.target().alias());
        return same != null && same.samePath(through);
    }

    /** Whether a value can refer to the row here; among the values of groups, if these have it in common. */
    boolean reaches(Through through) {
        return has(through) && (!ofGroups || isGrouped(through));
    }

    private boolean isGrouped(Through through) {
        return grouped.contains(through.target().alias()) && innerGrouped(through.value());
    }

    private boolean innerGrouped(Node node) {
        if (node instanceof Through through) {
            return isGrouped(through);
        }
        if (node instanceof Subquery) {
            return true;
        }
        boolean[] all = {true};
        node.forEachPart(part -> all[0] &= innerGrouped(part));
        return all[0];
    }

    /** What is joined so far is what the rows are grouped by. */
    void groupBySoFar() {
        grouped = Set.copyOf(joined.keySet());
    }

    /** What comes now are values of groups, or no longer. */
    boolean ofGroups(boolean now) {
        boolean before = ofGroups;
        ofGroups = now;
        return before;
    }
}
