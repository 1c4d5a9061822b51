// SPDX-License-Identifier: Apache-2.0
/**
 * What statements are made of: one sealed family of immutable nodes, without Java types and without a word of SQL. Made
 * by the typed faces in {@code dev.athanor.sql}; for those who render or rewrite statements.
 *
 * <p>Every node knows a hash of its structure, computed when it is made. Values bound by callers take no part in it,
 * nor in {@link dev.athanor.sql.tree.Node#sameStructure}, except by type: what has the same structure has the same SQL
 * text.
 */
@NullMarked
package dev.athanor.sql.tree;

import org.jspecify.annotations.NullMarked;
