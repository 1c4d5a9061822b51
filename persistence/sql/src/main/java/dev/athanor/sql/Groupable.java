// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Expression;

/** What rows can be grouped by: a value, or several ways at once, as a rollup. */
public interface Groupable {
    /** The part of the tree that this is a face of. */
    Expression node();
}
