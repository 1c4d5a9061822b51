// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.DerivedSource;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.FunctionSource;
import dev.athanor.sql.tree.Join;
import dev.athanor.sql.tree.Node;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds out whether conditions connect a statement's sources, or every row would meet every other by mistake. */
final class Connections {
    private Connections() {}

    static void check(List<Source> sources, List<Join> joins, Optional<Expression> where) {
        if (sources.size() < 2) {
            return;
        }
        Set<String> apart = new TreeSet<>();
        for (Source source : sources.subList(1, sources.size())) {
            if (!dependent(source, sources)) {
                apart.add(source.alias());
            }
        }
        Set<String> together = new HashSet<>();
        together.add(sources.get(0).alias());
        joins.forEach(join -> together.add(join.source().alias()));
        List<Set<String>> links =
                conjuncts(where).stream().map(Connections::aliases).toList();
        boolean found = true;
        while (found && !apart.isEmpty()) {
            found = false;
            for (Set<String> link : links) {
                if (link.stream().anyMatch(together::contains) && apart.removeAll(link)) {
                    together.addAll(link);
                    found = true;
                }
            }
        }
        if (!apart.isEmpty()) {
            Set<String> all = new TreeSet<>(apart);
            all.add(sources.get(0).alias());
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "nothing connects the sources " + all
                            + "; join them by a condition, or by crossJoin(…) if every pair is meant");
        }
    }

    /** Whether the source itself refers to those before it. */
    private static boolean dependent(Source source, List<Source> sources) {
        if (!(source instanceof FunctionSource || (source instanceof DerivedSource derived && derived.lateral()))) {
            return false;
        }
        Set<String> used = new HashSet<>();
        collect(source, used);
        return sources.stream().anyMatch(other -> other != source && used.contains(other.alias()));
    }

    /** What all has to hold. */
    static List<Expression> conjuncts(Optional<Expression> where) {
        return where.map(condition -> condition instanceof Operation operation && operation.operator() == Operator.AND
                        ? operation.operands()
                        : List.of(condition))
                .orElse(List.of());
    }

    private static Set<String> aliases(Expression condition) {
        Set<String> aliases = new HashSet<>();
        collect(condition, aliases);
        return aliases;
    }

    private static void collect(Node node, Set<String> aliases) {
        if (node instanceof ColumnReference column) {
            aliases.add(column.source().declared().alias());
        }
        node.forEachPart(part -> collect(part, aliases));
    }
}
