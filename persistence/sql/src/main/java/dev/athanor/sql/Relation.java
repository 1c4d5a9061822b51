// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.Source;

/** What rows come from: a table, or a query in its place. */
public interface Relation {
    /** The part of the tree that this is a face of. */
    Source source();
}
