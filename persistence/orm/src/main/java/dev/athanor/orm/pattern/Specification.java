// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.pattern;

import dev.athanor.sql.Condition;

/**
 * What rows of a table are wanted, by a name of its own. Immutable and thread-safe, if its function is.
 *
 * <pre>{@code
 * static Specification<QArticle> by(long author) {
 *     return a -> a.author.id.eq(author);
 * }
 * }</pre>
 *
 * @param <Q> the table
 */
@FunctionalInterface
public interface Specification<Q> {
    /** What the rows are like. */
    Condition of(Q table);

    /** Both. */
    default Specification<Q> and(Specification<? super Q> other) {
        return table -> of(table).and(other.of(table));
    }

    /** Either, or both. */
    default Specification<Q> or(Specification<? super Q> other) {
        return table -> of(table).or(other.of(table));
    }

    /** The opposite. */
    default Specification<Q> not() {
        return table -> of(table).not();
    }
}
