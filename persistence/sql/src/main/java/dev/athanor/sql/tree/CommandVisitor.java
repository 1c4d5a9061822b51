// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

/**
 * Distinguishes statements.
 *
 * @param <R> what a visit gives
 */
public interface CommandVisitor<R> {
    R visit(Combination combination);

    R visit(Deletion deletion);

    R visit(Insertion insertion);

    R visit(Modification modification);

    R visit(Selection selection);
}
