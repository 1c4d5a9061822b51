// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

/**
 * How a session reads the entities that a statement selects: what it loads along with them, for instance. What options
 * there are is the session's matter.
 *
 * @param <E> the entities
 */
public interface Option<E> {}
