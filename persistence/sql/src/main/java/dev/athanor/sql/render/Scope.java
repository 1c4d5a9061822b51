// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.SqlError;
import dev.athanor.sql.SqlException;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.JoinedSource;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.Window;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a statement and those around it can refer to: sources, selected labels, named windows. */
final class Scope {
    private final Optional<Scope> outer;
    private final Map<String, Source> sources = new HashMap<>();
    private final Map<String, Expression> labels = new HashMap<>();
    private final Map<String, Window> windows = new HashMap<>();
    private final Paths paths = new Paths();

    Scope(Optional<Scope> outer) {
        this.outer = outer;
    }

    Scope outer() {
        return outer.orElseThrow();
    }

    Map<String, Expression> labels() {
        return labels;
    }

    Map<String, Window> windows() {
        return windows;
    }

    Paths paths() {
        return paths;
    }

    void declare(Source source) {
        put(source.alias(), source);
        if (source instanceof JoinedSource joined) {
            joined.parts().forEach(part -> put(part.table().alias(), part.table()));
        }
    }

    private void put(String alias, Source source) {
        if (sources.put(alias, source) != null) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "two sources are called \"" + alias + "\"; give one of them another alias");
        }
    }

    /** Whether the statement itself has this source. */
    boolean has(Source source) {
        Source wanted = source.declared();
        Source own = sources.get(wanted.alias());
        return own != null && (own.sameStructure(wanted) || isIn(own, wanted));
    }

    /** What others are joined to can still be referred to without them. */
    private static boolean isIn(Source own, Source wanted) {
        if (!(own instanceof JoinedSource whole)) {
            return false;
        }
        return wanted instanceof JoinedSource fewer
                ? whole.has(fewer)
                : whole.root().sameStructure(wanted);
    }

    boolean hasAlias(String alias) {
        return sources.containsKey(alias);
    }

    boolean knows(Source source) {
        return sources.containsKey(source.declared().alias())
                ? has(source)
                : outer.map(around -> around.knows(source)).orElse(false);
    }

    void check(ColumnReference column) {
        if (!knows(column.source())) {
            throw new SqlException(
                    SqlError.STATEMENT_INVALID,
                    "\"" + column.source().alias() + "\".\"" + column.name() + "\" is used, but \""
                            + column.source().alias()
                            + "\" is not a source of the statement here; add it by from(…) or a join");
        }
    }
}
