// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.util.List;
import java.util.Set;

/**
 * Columns that refer to rows of a class.
 *
 * @param columns the columns
 * @param parent the class
 * @param referred its columns that these equal
 * @param unique whether no two rows refer to the same
 * @param required whether every row refers to one
 */
record ForeignKey(List<Slot> columns, EntityModel parent, List<Slot> referred, boolean unique, boolean required) {
    /** Whether another is about the same columns. */
    boolean isLike(ForeignKey other) {
        return Set.copyOf(columns).equals(Set.copyOf(other.columns));
    }

    /** This, with what another says of the same columns. */
    ForeignKey with(ForeignKey other) {
        return new ForeignKey(columns, parent, referred, unique || other.unique, required || other.required);
    }
}
