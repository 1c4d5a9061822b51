// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a query ends with.
 *
 * @param orderBy the order
 * @param limit how many rows at most
 * @param ties whether rows equal in order to the last are given, too
 * @param offset how many rows to leave out first
 * @param locks what rows are locked
 */
public record Tail(
        List<Ordering> orderBy,
        Optional<Expression> limit,
        boolean ties,
        Optional<Expression> offset,
        List<Lock> locks) {
    /** No clause at all. */
    public static final Tail NONE = new Tail(List.of(), Optional.empty(), false, Optional.empty(), List.of());

    /** Keeps copies. */
    public Tail {
        orderBy = List.copyOf(orderBy);
        locks = List.copyOf(locks);
    }

    long mix(long hash) {
        long mixed = Hash.mix(Hash.mix(hash, orderBy), limit);
        return Hash.mix(Hash.mix(Hash.mix(mixed, ties ? 1 : 0), offset), locks.hashCode());
    }

    boolean same(Tail other, Comparison comparison) {
        return ties == other.ties
                && locks.equals(other.locks)
                && comparison.same(orderBy, other.orderBy)
                && comparison.same(limit, other.limit)
                && comparison.same(offset, other.offset);
    }

    Tail mapped(Mapper mapper) {
        return new Tail(mapper.all(orderBy), mapper.maybe(limit), ties, mapper.maybe(offset), locks);
    }

    void forEachPart(Consumer<? super Node> consumer) {
        Node.give(orderBy, consumer);
        Node.give(limit, consumer);
        Node.give(offset, consumer);
    }

    /**
     * A lock on the rows that are read.
     *
     * @param strength what others may not do meanwhile
     * @param of the aliases of the tables whose rows are locked; none for all
     * @param waiting what happens to rows that others have locked
     */
    public record Lock(Strength strength, List<String> of, Waiting waiting) {
        /** Keeps copies. */
        public Lock {
            of = List.copyOf(of);
        }

        @Override
        public int hashCode() {
            return (strength.name().hashCode() * 31 + of.hashCode()) * 31
                    + waiting.name().hashCode();
        }
    }

    /** What others may not do with a locked row, from the most to the least. */
    public enum Strength {
        UPDATE,
        NO_KEY_UPDATE,
        SHARE,
        KEY_SHARE
    }

    /** What happens to rows that others have locked. */
    public enum Waiting {
        WAIT,
        NO_WAIT,
        SKIP_LOCKED
    }
}
