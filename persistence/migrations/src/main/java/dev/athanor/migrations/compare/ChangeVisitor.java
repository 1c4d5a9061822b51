// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

/**
 * Does something with each kind of change.
 *
 * @param <R> what it gives
 */
public interface ChangeVisitor<R> {
    /** Something is made. */
    R visit(Added added);

    /** Something is dropped. */
    R visit(Removed removed);

    /** Something is changed in its place. */
    R visit(Altered altered);

    /** Something gets another name. */
    R visit(Renamed renamed);

    /** An enumeration gets other values. */
    R visit(ValuesChanged changed);
}
