// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.render;

import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.JoinedSource;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.TableSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What rows have to be like by themselves, for the sake of the classes that their tables are used for. */
final class Restrictions {
    private Restrictions() {}

    /** A condition, and what sources ask for. */
    static Optional<Expression> and(Optional<Expression> condition, List<? extends Source> sources) {
        List<Expression> all = new ArrayList<>();
        sources.forEach(source -> of(source).ifPresent(all::add));
        if (all.isEmpty()) {
            return condition;
        }
        all.addAll(0, Connections.conjuncts(condition));
        return Optional.of(all.size() == 1 ? all.get(0) : new Operation(Operator.AND, all));
    }

    private static Optional<Expression> of(Source source) {
        if (source instanceof TableSource table) {
            return table.restriction().map(restriction -> restriction.of(table));
        }
        return source instanceof JoinedSource joined
                ? joined.root().restriction().map(restriction -> restriction.of(joined))
                : Optional.empty();
    }
}
