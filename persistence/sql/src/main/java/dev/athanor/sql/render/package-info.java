// SPDX-License-Identifier: Apache-2.0
/**
 * From a tree to the text of a statement and the order of its binds. {@link dev.athanor.sql.render.Renderer} writes
 * what databases agree on; what is PostgreSQL's own is in {@link dev.athanor.sql.render.PostgreSqlRenderer} and nowhere
 * else.
 */
@NullMarked
package dev.athanor.sql.render;

import org.jspecify.annotations.NullMarked;
