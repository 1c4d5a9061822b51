// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.CommonTableSource;
import dev.athanor.sql.tree.JoinedSource;
import dev.athanor.sql.tree.Node;
import dev.athanor.sql.tree.Selection;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Subquery;
import dev.athanor.sql.tree.TableSource;
import dev.athanor.sql.tree.Through;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The one source whose columns a query uses, where none is said; those of a query around it do not count. */
public final class ImpliedSources implements Consumer<Node> {
    private final Map<String, Source> found = new TreeMap<>();
    private final List<String> joined;
    private final Scope scope;

    /** What relations lead to, in their values. */
    private final Set<String> reached = new HashSet<>();

    private ImpliedSources(Selection.Parts parts, Scope scope) {
        this.joined = parts.joins().stream().map(join -> join.source().alias()).toList();
        this.scope = scope;
    }

    /** Those of a query that no other is around; an error, if there are several. */
    public static List<Source> of(Selection selection) {
        return of(selection, new Scope(Optional.empty()));
    }

    static List<Source> of(Selection selection, Scope scope) {
        ImpliedSources sources = new ImpliedSources(selection.parts(), scope);
        selection.forEachPart(sources);
        Map<String, Source> found = sources.found;
        if (found.size() > 1) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "nothing connects the sources " + found.keySet()
                            + "; name one in from(…) and join the others, by crossJoin(…) if every pair is meant");
        }
        return List.copyOf(found.values());
    }

    /** Whether a query uses any column, not counting those of queries in it. */
    static boolean usesColumns(Selection selection) {
        boolean[] found = new boolean[1];
        selection.forEachPart(new Consumer<Node>() {
            @Override
            public void accept(Node node) {
                found[0] |= node instanceof ColumnReference;
                if (!(node instanceof Subquery || node instanceof Source)) {
                    node.forEachPart(this);
                }
            }
        });
        return found[0];
    }

    @Override
    public void accept(Node node) {
        if (node instanceof ColumnReference column) {
            add(column.source().declared());
        } else if (node instanceof Through through) {
            boolean outermost = reached.add(through.target().alias());
            node.forEachPart(this);
            if (outermost) {
                reached.remove(through.target().alias());
            }
        } else if (!(node instanceof Subquery || node instanceof Source)) {
            node.forEachPart(this);
        }
    }

    private void add(Source source) {
        if (joined.contains(source.alias()) || reached.contains(source.alias()) || scope.knows(source)) {
            return;
        }
        if (!(source instanceof TableSource || source instanceof JoinedSource || source instanceof CommonTableSource)) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "\"" + source.alias() + "\" is used as a source; say so by from(…) or a join");
        }
        found.put(source.alias(), source);
    }
}
