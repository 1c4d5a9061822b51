// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

/**
 * A relation that joins can follow.
 *
 * @param <Q> the table it leads to
 */
public interface Path<Q extends Relation> {
    /** What rows of the target belong to a row of the owner. */
    Condition on(Q target);

    /** What is joined to have these rows: the target, if there is nothing between the two. */
    default Relation joined(Q target) {
        return target;
    }
}
