// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

/**
 * A relation to any number of entities: they refer to the one that has it, or a table links both.
 *
 * @param <S> the entities that have it
 * @param <T> the entities it leads to
 * @param <Q> their table
 */
public final class ToMany<S, T, Q extends EntityTable<T>> extends Association<S, Q> implements Loadable<S, T, Q> {
    /** A relation of an attribute, and what a row of the target has to be like. */
    public ToMany(Class<S> owner, String attribute, Path<? super Q> path) {
        super(owner, attribute, path);
    }
}
