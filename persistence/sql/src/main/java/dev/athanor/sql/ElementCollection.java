// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

/**
 * A collection of values that belong to an entity, in a table of their own.
 *
 * @param <S> the entities that have it
 * @param <Q> the table
 */
public final class ElementCollection<S, Q extends Table> extends Association<S, Q> implements Loadable<S, Object, Q> {
    /** A collection of an attribute, and what a row of its table has to be like. */
    public ElementCollection(Class<S> owner, String attribute, Path<? super Q> path) {
        super(owner, attribute, path);
    }
}
