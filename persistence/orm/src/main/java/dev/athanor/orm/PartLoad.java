// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm;

import dev.athanor.sql.Condition;
import dev.athanor.sql.Option;
import dev.athanor.sql.Order;
import dev.athanor.sql.Table;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.Ordering;
import dev.athanor.sql.tree.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Loads a part of what a relation leads to. What is added to such a collection, or removed, is written; what is not in
 * it stays as it is. Immutable and thread-safe.
 *
 * @param <S> the entities that have the relation
 * @param <T> what it leads to
 */
public final class PartLoad<S, T> extends Load<S, T> {
    private final Part chosen;

    PartLoad(Place<S> place, Strategy strategy, Part part, List<Option<? super T>> next) {
        super(place, strategy, Optional.of(part), next);
        this.chosen = part;
    }

    /** Only what all these hold of, and those said before. */
    public PartLoad<S, T> where(Condition... conditions) {
        List<Expression> all = new ArrayList<>(chosen.where);
        for (Condition condition : conditions) {
            all.add(condition.node());
        }
        return with(new Part(chosen.target, all, chosen.order, chosen.most));
    }

    /** In this order, after the one said before; instead of that which is mapped. */
    public PartLoad<S, T> orderBy(Order... orders) {
        List<Ordering> all = new ArrayList<>(chosen.order);
        for (Order order : orders) {
            all.add(order.node());
        }
        return with(new Part(chosen.target, chosen.where, all, chosen.most));
    }

    /** No more than these of each entity, the first in order. */
    public PartLoad<S, T> limit(int most) {
        if (most < 1) {
            throw new OrmException(OrmError.OPTION_INVALID, "no less than 1 of each entity can be loaded, not " + most);
        }
        return with(new Part(chosen.target, chosen.where, chosen.order, Optional.of(most)));
    }

    private PartLoad<S, T> with(Part changed) {
        return new PartLoad<>(place(), strategy(), changed, next());
    }

    /**
     * Which part.
     *
     * @param target what conditions and orders refer to
     * @param where what has to hold
     * @param order the order
     * @param most how many of each entity
     */
    public record Part(Source target, List<Expression> where, List<Ordering> order, Optional<Integer> most) {
        /** Keeps copies. */
        public Part {
            where = List.copyOf(where);
            order = List.copyOf(order);
        }

        static Part of(Table target) {
            return new Part(target.source(), List.of(), List.of(), Optional.empty());
        }
    }
}
