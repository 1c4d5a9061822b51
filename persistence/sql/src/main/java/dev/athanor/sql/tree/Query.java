// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A select, as it is written: a list of values, where they come from, and what is done with the rows. */
public final class Query extends Node {
    private static final long KIND = Hash.of(Query.class);

    private final Parts parts;

    /** A query of these parts. */
    public Query(Parts parts) {
        super(structure(parts));
        this.parts = parts;
    }

    public Parts parts() {
        return parts;
    }

    private static long structure(Parts parts) {
        long hash = Hash.mix(Hash.mix(KIND, parts.selected), parts.distinct ? 1 : 0);
        hash = Hash.mix(Hash.mix(hash, parts.from), parts.joins);
        hash = Hash.mix(Hash.mix(hash, parts.where), parts.groupBy);
        hash = Hash.mix(Hash.mix(hash, parts.having), parts.orderBy);
        return Hash.mix(Hash.mix(hash, parts.limit), parts.offset);
    }

    @Override
    boolean sameParts(Node other) {
        Parts that = ((Query) other).parts;
        return parts.distinct == that.distinct
                && same(parts.selected, that.selected)
                && same(parts.from, that.from)
                && same(parts.joins, that.joins)
                && same(parts.where, that.where)
                && same(parts.groupBy, that.groupBy)
                && same(parts.having, that.having)
                && same(parts.orderBy, that.orderBy)
                && same(parts.limit, that.limit)
                && same(parts.offset, that.offset);
    }

    @Override
    public void forEachBind(Consumer<Bind> consumer) {
        parts.selected.forEach(node -> node.forEachBind(consumer));
        parts.from.forEach(node -> node.forEachBind(consumer));
        parts.joins.forEach(node -> node.forEachBind(consumer));
        parts.where.ifPresent(node -> node.forEachBind(consumer));
        parts.groupBy.forEach(node -> node.forEachBind(consumer));
        parts.having.ifPresent(node -> node.forEachBind(consumer));
        parts.orderBy.forEach(node -> node.forEachBind(consumer));
        parts.limit.ifPresent(node -> node.forEachBind(consumer));
        parts.offset.ifPresent(node -> node.forEachBind(consumer));
    }

    /**
     * The clauses of a query.
     *
     * @param selected what each row gives
     * @param distinct whether equal rows are given once
     * @param from the sources, not counting those joined
     * @param joins what is joined to them, in order
     * @param where what rows to look at
     * @param groupBy what makes a group
     * @param having what groups to give
     * @param orderBy the order
     * @param limit how many rows at most
     * @param offset how many rows to leave out first
     */
    public record Parts(
            List<Expression> selected,
            boolean distinct,
            List<Source> from,
            List<Join> joins,
            Optional<Expression> where,
            List<Expression> groupBy,
            Optional<Expression> having,
            List<Ordering> orderBy,
            Optional<Expression> limit,
            Optional<Expression> offset) {
        /** Keeps copies. */
        public Parts {
            selected = List.copyOf(selected);
            from = List.copyOf(from);
            joins = List.copyOf(joins);
            groupBy = List.copyOf(groupBy);
            orderBy = List.copyOf(orderBy);
        }

        /** The same with another distinct. */
        public Parts distinct(boolean distinct) {
            return new Parts(selected, distinct, from, joins, where, groupBy, having, orderBy, limit, offset);
        }

        /** The same with another from. */
        public Parts from(List<Source> from) {
            return new Parts(selected, distinct, from, joins, where, groupBy, having, orderBy, limit, offset);
        }

        /** The same with another joins. */
        public Parts joins(List<Join> joins) {
            return new Parts(selected, distinct, from, joins, where, groupBy, having, orderBy, limit, offset);
        }

        /** The same with another where. */
        public Parts where(Optional<Expression> where) {
            return new Parts(selected, distinct, from, joins, where, groupBy, having, orderBy, limit, offset);
        }

        /** The same with another groupBy. */
        public Parts groupBy(List<Expression> groupBy) {
            return new Parts(selected, distinct, from, joins, where, groupBy, having, orderBy, limit, offset);
        }

        /** The same with another having. */
        public Parts having(Optional<Expression> having) {
            return new Parts(selected, distinct, from, joins, where, groupBy, having, orderBy, limit, offset);
        }

        /** The same with another orderBy. */
        public Parts orderBy(List<Ordering> orderBy) {
            return new Parts(selected, distinct, from, joins, where, groupBy, having, orderBy, limit, offset);
        }

        /** The same with another limit. */
        public Parts limit(Optional<Expression> limit) {
            return new Parts(selected, distinct, from, joins, where, groupBy, having, orderBy, limit, offset);
        }

        /** The same with another offset. */
        public Parts offset(Optional<Expression> offset) {
            return new Parts(selected, distinct, from, joins, where, groupBy, having, orderBy, limit, offset);
        }
    }
}
